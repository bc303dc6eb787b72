import { dropName } from '../../labels/labelSets';
import { executionError } from '../../PromqlError';
import { mergeColumns } from '../merge';
import { emptyColumn, isEmpty, type Column } from '../Value';
import { DATE_FUNCTIONS } from './dates';
import { VALUE_FUNCTIONS } from './math';

/** Applies a function to each value of a vector. */
export function callOnValues(
  name: string,
  columns: Column[],
  scalars: Float64Array[],
): Column[] {
  const apply = VALUE_FUNCTIONS[name] ?? DATE_FUNCTIONS[name];
  if (!apply) throw executionError(`unexpected function ${name}`);
  return mergeColumns(
    columns
      .map(({ labels, values, present }) => {
        const result = emptyColumn(dropName(labels), values.length);
        for (let i = 0; i < values.length; i += 1) {
          if (!present[i]) continue;
          const parameters = scalars.map(scalar => scalar[i]);
          const value = apply(values[i], ...parameters);
          if (value === undefined) continue;
          result.values[i] = value;
          result.present[i] = 1;
        }
        return result;
      })
      .filter(column => !isEmpty(column)),
  );
}
