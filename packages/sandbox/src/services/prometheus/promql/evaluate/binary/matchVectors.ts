import type { Labels } from '../../../series/SeriesSource';
import type { Binary } from '../../ast';
import {
  dropName,
  formatLabels,
  keepOnly,
  labelKey,
  labelOf,
  without,
  withLabel,
} from '../../labels/labelSets';
import { executionError } from '../../PromqlError';
import { emptyColumn, type Column } from '../Value';
import { dropsName, elementOperator } from './operators';
import { anyPresent, bySignature } from './signature';

/**
 * An operator between series that belong together: one to one, or many to one with `group_left` and
 * `group_right`.
 * https://prometheus.io/docs/prometheus/2.42/querying/operators/#vector-matching
 *
 * @throws PromqlError where it is not clear which belong together
 */
export function matchVectors(
  binary: Binary,
  left: Column[],
  right: Column[],
  count: number,
): Column[] {
  const { matching, operator, bool } = binary;
  const swapped = matching.cardinality === 'one-to-many';
  const manySide = bySignature(matching, swapped ? right : left);
  const oneSide = bySignature(matching, swapped ? left : right);
  const anyMany = anyPresent(swapped ? right : left, count);
  const apply = elementOperator(operator, bool);
  const results = new Map<string, Column>();
  /** The signature that each value came from, to tell which rule two at one place break. */
  const origins = new Map<Column, (string | undefined)[]>();

  for (const [signature, ones] of oneSide) {
    refuseDuplicates(binary, ones, anyMany);
    const many = manySide.get(signature);
    if (!many) continue;
    const taken = new Uint8Array(count);
    for (const one of ones) {
      for (const other of many) {
        combine(signature, one, other, taken);
      }
    }
  }
  return [...results.values()];

  function combine(
    signature: string,
    one: Column,
    many: Column,
    taken: Uint8Array,
  ) {
    let result: Column | undefined;
    for (let i = 0; i < count; i += 1) {
      if (!one.present[i] || !many.present[i]) continue;
      const value = swapped
        ? apply(one.values[i], many.values[i])
        : apply(many.values[i], one.values[i]);
      if (value === undefined) continue;
      if (matching.cardinality === 'one-to-one') {
        if (taken[i]) {
          throw executionError(
            'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)',
          );
        }
        taken[i] = 1;
      }
      result ??= resultFor(resultLabels(binary, many.labels, one.labels));
      if (result.present[i]) {
        throw executionError(
          origins.get(result)![i] === signature
            ? 'multiple matches for labels: grouping labels must ensure unique matches'
            : 'vector cannot contain metrics with the same labelset',
        );
      }
      result.values[i] = value;
      result.present[i] = 1;
      origins.get(result)![i] = signature;
    }
  }

  function resultFor(labels: Labels): Column {
    const key = labelKey(labels);
    let column = results.get(key);
    if (!column) {
      column = emptyColumn(labels, count);
      results.set(key, column);
      origins.set(column, []);
    }
    return column;
  }
}

/** The side that is one may not have two series for a signature at a step where the other has any. */
function refuseDuplicates(binary: Binary, ones: Column[], anyMany: Uint8Array) {
  if (ones.length < 2) return;
  for (let i = 0; i < anyMany.length; i += 1) {
    if (!anyMany[i]) continue;
    const here = ones.filter(({ present }) => present[i]);
    if (here.length < 2) continue;
    const { on, labels: names, cardinality } = binary.matching;
    const [first, second] = here;
    const group = on
      ? keepOnly(first.labels, names)
      : without(first.labels, [...names, '__name__']);
    const side = cardinality === 'one-to-many' ? 'left' : 'right';
    throw executionError(
      `found duplicate series for the match group ${formatLabels(
        group,
      )} on the ${side} hand-side of the operation: [${formatLabels(
        second.labels,
      )}, ${formatLabels(
        first.labels,
      )}];many-to-many matching not allowed: matching labels must be unique on one side`,
    );
  }
}

function resultLabels(binary: Binary, many: Labels, one: Labels): Labels {
  const { matching, operator, bool } = binary;
  const { on, labels: names, cardinality, include } = matching;
  let labels = dropsName(operator, bool) ? dropName(many) : many;
  if (cardinality === 'one-to-one') {
    labels = on ? keepOnly(labels, names) : without(labels, names);
  }
  for (const name of include) {
    labels = withLabel(labels, name, labelOf(one, name));
  }
  return labels;
}
