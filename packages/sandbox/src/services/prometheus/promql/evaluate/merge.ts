import { labelKey } from '../labels/labelSets';
import { executionError } from '../PromqlError';
import { isEmpty, type Column } from './Value';

const sameLabels = () =>
  executionError('vector cannot contain metrics with the same labelset');

/**
 * Joins columns that have come to the same labels and never have a value at the same step.
 *
 * @throws PromqlError where they have
 */
export function mergeColumns(columns: Column[]): Column[] {
  const merged = new Map<string, Column>();
  for (const column of columns) {
    const key = labelKey(column.labels);
    const other = merged.get(key);
    if (!other) {
      merged.set(key, column);
      continue;
    }
    const { values, present } = other;
    const both = {
      labels: other.labels,
      values: values.slice(),
      present: present.slice(),
    };
    for (let i = 0; i < values.length; i += 1) {
      if (!column.present[i]) continue;
      if (both.present[i]) throw sameLabels();
      both.values[i] = column.values[i];
      both.present[i] = 1;
    }
    merged.set(key, both);
  }
  return merged.size === columns.length ? columns : [...merged.values()];
}

/**
 * Leaves out columns without any value.
 *
 * @throws PromqlError where two of the others have the same labels, if at different steps
 */
export function distinctColumns(columns: Column[]): Column[] {
  const filled = columns.filter(column => !isEmpty(column));
  const seen = new Set(filled.map(({ labels }) => labelKey(labels)));
  if (seen.size < filled.length) throw sameLabels();
  return filled;
}
