import type { JsonValue } from '@backstage/types';
import { formatted } from '@portico/plugin-grafana-common';
import type { TableColumn } from './TableColumn';

/** What a table is sorted by. */
export interface TableSort {
  /** Place of the field in the frame. */
  index: number;
  descending: boolean;
}

/** What a column lets through: all that holds a text. Empty for everything. */
export type TableFilters = Readonly<Record<number, string>>;

function compare(a: JsonValue, b: JsonValue): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  return `${a}`.localeCompare(`${b}`, 'en', { numeric: true });
}

const isNothing = (value: JsonValue | undefined) =>
  value === null || value === undefined || value === '';

/** Places of the rows that are shown, in their order. What has no value comes last either way. */
export function rowOrder(
  length: number,
  columns: readonly TableColumn[],
  filters: TableFilters,
  sort: TableSort | undefined,
): number[] {
  const asked = columns
    .map(column => ({ column, text: filters[column.index]?.toLowerCase() }))
    .filter(({ text }) => text);
  const rows = Array.from({ length }, (_, row) => row).filter(row =>
    asked.every(({ column, text }) =>
      formatted(column.display(column.field.values[row]))
        .toLowerCase()
        .includes(text ?? ''),
    ),
  );
  const by = columns.find(({ index }) => index === sort?.index);
  if (!by || !sort) {
    return rows;
  }
  const way = sort.descending ? -1 : 1;
  return rows.sort((a, b) => {
    const [x, y] = [by.field.values[a], by.field.values[b]];
    if (isNothing(x) || isNothing(y)) {
      return Number(isNothing(x)) - Number(isNothing(y)) || a - b;
    }
    return way * compare(x, y) || a - b;
  });
}
