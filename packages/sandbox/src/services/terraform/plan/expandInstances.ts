import { hasUnknown, isMap, UNKNOWN, type ValueMap } from '../hcl/Value';
import type { ModuleInstance } from './ModuleInstance';
import type { Body } from './parseDirectory';

/** One instance of a block with `count` or `for_each`. */
export interface Expansion {
  kind: 'one' | 'count' | 'each';
  index?: string | number;
  /** `[0]`, `["a"]` or nothing. */
  suffix: string;
  /** `count` or `each` as the block sees it. */
  names: ValueMap;
}

/** The instances that `count` and `for_each` ask for; one if neither is there. */
export function expandInstances(
  module: ModuleInstance,
  body: Body,
  block: string[],
): { kind: Expansion['kind']; expansions: Expansion[] } {
  if (body.count !== undefined) {
    const count = module.evaluate(body.count, 'plan', { block }).value;
    if (count === UNKNOWN) throw undetermined(module, block, 'count');
    return {
      kind: 'count',
      expansions: Array.from({ length: Number(count) }, (_, index) => ({
        kind: 'count',
        index,
        suffix: `[${index}]`,
        names: { count: { index } },
      })),
    };
  }
  if (body.for_each !== undefined) {
    const given = module.evaluate(body.for_each, 'plan', { block }).value;
    if (given === UNKNOWN || (Array.isArray(given) && hasUnknown(given))) {
      throw undetermined(module, block, 'for_each');
    }
    const entries = Array.isArray(given)
      ? given.map((value): [string, typeof value] => [String(value), value])
      : Object.entries(isMap(given) ? given : {});
    return {
      kind: 'each',
      expansions: entries.map(([key, value]) => ({
        kind: 'each',
        index: key,
        suffix: `[${JSON.stringify(key)}]`,
        names: { each: { key, value } },
      })),
    };
  }
  return { kind: 'one', expansions: [{ kind: 'one', suffix: '', names: {} }] };
}

function undetermined(
  module: ModuleInstance,
  block: string[],
  argument: string,
) {
  return module.explain(
    `Invalid ${argument} argument`,
    `The "${argument}" value depends on resource attributes that cannot be determined until apply, so Terraform cannot predict how many instances will be created.`,
    block,
    argument,
  );
}
