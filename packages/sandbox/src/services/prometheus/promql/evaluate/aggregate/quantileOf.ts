import { emptyColumn, type Column } from '../Value';
import type { Group } from './groupColumns';
import { quantile } from './quantile';

/** The quantile over the series of each group, at each step. */
export function quantileOf(
  groups: Group[],
  parameter: Float64Array,
  count: number,
): Column[] {
  return groups.map(group => {
    const result = emptyColumn(group.labels, count);
    for (let i = 0; i < count; i += 1) {
      const values = group.columns
        .filter(({ present }) => present[i])
        .map(column => column.values[i]);
      if (values.length === 0) continue;
      result.values[i] = quantile(parameter[i], values);
      result.present[i] = 1;
    }
    return result;
  });
}
