import { formatFloat } from '../../format';
import { executionError } from '../../PromqlError';
import { emptyColumn, isEmpty, type Column } from '../Value';
import type { Group } from './groupColumns';
import { byValue } from './quantile';

/**
 * The `k` largest (topk) or smallest (bottomk) series of each group at each step, with all their labels.
 * Of equal ones that come first in the vector stay; a NaN goes before any number.
 */
export function rank(
  groups: Group[],
  operator: 'topk' | 'bottomk',
  parameter: Float64Array,
  count: number,
): Column[] {
  const sign = operator === 'topk' ? -1 : 1;
  const limits = Array.from(parameter, wholeNumber);
  const results: Column[] = [];
  for (const { columns } of groups) {
    const ranked = columns.map(({ labels }) => emptyColumn(labels, count));
    let order: number[] = [];
    for (let i = 0; i < count; i += 1) {
      order = columns
        .map((_, index) => index)
        .filter(index => columns[index].present[i])
        .sort((a, b) => compare(columns[a].values[i], columns[b].values[i]))
        .slice(0, Math.max(0, limits[i]));
      for (const index of order) {
        ranked[index].values[i] = columns[index].values[i];
        ranked[index].present[i] = 1;
      }
    }
    const sorted = count === 1 ? order.map(index => ranked[index]) : ranked;
    results.push(...sorted.filter(column => !isEmpty(column)));
  }
  return results;

  function compare(a: number, b: number): number {
    if (Number.isNaN(a) || Number.isNaN(b)) return -byValue(a, b);
    return sign * (a - b) || 0;
  }
}

function wholeNumber(value: number): number {
  if (Number.isNaN(value) || Math.abs(value) >= 2 ** 63) {
    throw executionError(`Scalar value ${formatFloat(value)} overflows int64`);
  }
  return Math.trunc(value);
}
