import { formatted } from '@portico/plugin-grafana-common';
import type { TableColumn } from './TableColumn';

/** What a cell says: JSON as it is written, all else as the field shows it. */
export function cellText(column: TableColumn, row: number): string {
  const { field, display, cell } = column;
  const value = field.values[row];
  if (cell === 'json-view' || (typeof value === 'object' && value !== null)) {
    return typeof value === 'string' ? value : JSON.stringify(value);
  }
  const infinite = field.special?.inf?.includes(row) && Infinity;
  const below = field.special?.negInf?.includes(row) && -Infinity;
  const notANumber = field.special?.nan?.includes(row) && 'NaN';
  return formatted(display(infinite || below || notANumber || value));
}
