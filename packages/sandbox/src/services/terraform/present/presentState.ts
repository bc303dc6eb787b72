import { type ResourceObject } from '../jsonApi';
import { providerOf } from '../plan/describeResource';
import type { StateVersion } from '../types';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/state-versions */
export function presentStateVersion(
  version: StateVersion,
  baseUrl: string,
): ResourceObject {
  return {
    id: version.id,
    type: 'state-versions',
    attributes: {
      'created-at': version.createdAt,
      'hosted-state-download-url': `${baseUrl}/api/v2/state-versions/${version.id}/download`,
      'hosted-json-state-download-url': `${baseUrl}/api/v2/state-versions/${version.id}/download`,
      serial: version.serial,
      size: JSON.stringify(version.resources).length,
      'resources-processed': true,
      'state-version': 4,
      status: 'finalized',
      'terraform-version': '1.11.4',
      resources: version.resources.map(({ name, type, module }) => ({
        name,
        type,
        count: 1,
        module: module ?? 'root',
        provider: `provider["${providerOf(type)}"]`,
      })),
    },
    relationships: {
      run: { data: version.runId ? { id: version.runId, type: 'runs' } : null },
      workspace: { data: { id: version.workspaceId, type: 'workspaces' } },
      outputs: {
        data: version.outputs.map(output => ({
          id: output.id,
          type: 'state-version-outputs',
        })),
      },
    },
    links: { self: `/api/v2/state-versions/${version.id}` },
  };
}

/** @param reveal true where the API gives sensitive values too: for one output by its id */
export function presentOutput(
  output: StateVersion['outputs'][number],
  reveal = false,
): ResourceObject {
  const { id, name, value, sensitive } = output;
  let type: string = typeof value;
  if (Array.isArray(value)) type = 'array';
  return {
    id,
    type: 'state-version-outputs',
    attributes: {
      name,
      sensitive,
      type,
      value: sensitive && !reveal ? null : value,
      'detailed-type': type === 'boolean' ? 'bool' : type,
    },
    links: { self: `/api/v2/state-version-outputs/${id}` },
  };
}

/** The state file itself, in version 4 of its format. */
export function stateFile(version: StateVersion): object {
  return {
    version: 4,
    terraform_version: '1.11.4',
    serial: version.serial,
    lineage: version.lineage,
    outputs: Object.fromEntries(
      version.outputs.map(o => [
        o.name,
        {
          value: o.value,
          type: typeof o.value,
          ...(o.sensitive ? { sensitive: true } : {}),
        },
      ]),
    ),
    resources: version.resources.map(
      ({ module, mode, type, name, index, attributes }) => ({
        ...(module ? { module } : {}),
        mode,
        type,
        name,
        provider: `provider["${providerOf(type)}"]`,
        instances: [
          {
            ...(index === undefined ? {} : { index_key: index }),
            schema_version: 0,
            attributes,
          },
        ],
      }),
    ),
    check_results: null,
  };
}
