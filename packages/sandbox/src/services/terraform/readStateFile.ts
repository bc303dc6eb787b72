import { isMap, type Known } from './hcl/Value';
import { newId } from './ids';
import { ApiError } from './jsonApi';
import { sensitiveAttributes } from './plan/resourceTypes';
import type { StateResource, StateVersion } from './types';

interface StateFileResource {
  module?: string;
  mode: 'managed' | 'data';
  type: string;
  name: string;
  instances?: { index_key?: string | number; attributes?: unknown }[];
}

/**
 * Reads a state file in version 4 of its format, as `terraform state push` sends it.
 *
 * @param current the state that it follows: a file does not say which attributes the configuration sets
 * @throws ApiError 422 for anything else
 */
export function readStateFile(
  text: string,
  current: StateVersion | undefined,
): Pick<StateVersion, 'serial' | 'lineage' | 'resources' | 'outputs'> {
  const file = parse(text);
  const known = new Map(
    (current?.resources ?? []).map(resource => [resource.address, resource]),
  );
  const resources = ((file.resources ?? []) as StateFileResource[]).flatMap(
    resource =>
      (resource.instances ?? []).map(({ index_key: index, attributes }) =>
        readInstance(resource, index, attributes, known),
      ),
  );
  const outputs = Object.entries(
    (file.outputs ?? {}) as Record<
      string,
      { value: Known; sensitive?: boolean }
    >,
  ).map(([name, { value, sensitive = false }]) => ({
    id: newId('wsout'),
    name,
    value,
    sensitive,
  }));
  return {
    serial: Number(file.serial),
    lineage: String(file.lineage),
    resources,
    outputs,
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(text);
    if (isMap(file) && file.version === 4 && typeof file.serial === 'number') {
      return file as Record<string, unknown>;
    }
  } catch {
    // Said below.
  }
  throw ApiError.invalid('state', 'State is not a valid Terraform state file');
}

function readInstance(
  { module, mode, type, name }: StateFileResource,
  index: string | number | undefined,
  attributes: unknown,
  known: Map<string, StateResource>,
): StateResource {
  const suffix = index === undefined ? '' : `[${JSON.stringify(index)}]`;
  const address = `${module ? `${module}.` : ''}${
    mode === 'data' ? 'data.' : ''
  }${type}.${name}${suffix}`;
  const values = (isMap(attributes) ? attributes : {}) as Record<string, Known>;
  const before = known.get(address);
  return {
    address,
    module,
    mode,
    type,
    name,
    index,
    attributes: values,
    configured: before?.configured ?? [],
    sensitive: before?.sensitive ?? sensitiveAttributes(type),
  };
}
