import { formatDecimal } from '../../format';
import { isLabelName, labelKey, withLabel } from '../../labels/labelSets';
import { executionError } from '../../PromqlError';
import { emptyColumn, type Column } from '../Value';
import { groupColumns, type Grouping } from './groupColumns';

/** How many series of a group have each value, the value in a label. */
export function countValues(
  columns: Column[],
  label: string,
  grouping: Grouping,
): Column[] {
  if (!isLabelName(label)) {
    throw executionError(`invalid label name ${JSON.stringify(label)}`);
  }
  const counts = new Map<string, Column>();
  for (const group of groupColumns(columns, grouping)) {
    for (const { values, present } of group.columns) {
      for (let i = 0; i < values.length; i += 1) {
        if (!present[i]) continue;
        const value = formatDecimal(values[i]);
        const labels = withLabel(group.labels, label, value);
        const key = labelKey(labels);
        const column = counts.get(key) ?? emptyColumn(labels, values.length);
        counts.set(key, column);
        column.values[i] += 1;
        column.present[i] = 1;
      }
    }
  }
  return [...counts.values()];
}
