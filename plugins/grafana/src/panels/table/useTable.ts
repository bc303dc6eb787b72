import type { ColorTheme, PanelFrame } from '@portico/plugin-grafana-common';
import { useMemo, useState } from 'react';
import { footerText } from './footerText';
import { tableColumns } from './tableColumns';
import type { TableOptions } from './tableOptions';
import { type TableFilters, rowOrder, type TableSort } from './rowOrder';

/** A table with what the reader sorts and filters by. */
export function useTable(
  frame: PanelFrame,
  options: TableOptions,
  width: number,
  theme: ColorTheme,
) {
  const [chosen, setChosen] = useState<TableSort | 'none'>();
  const [filters, setFilters] = useState<TableFilters>({});
  const plain = useMemo(
    () => tableColumns(frame, width, options, theme),
    [frame, width, options, theme],
  );
  const { sortBy } = options;
  const first = plain.find(({ name }) => name === sortBy?.name)?.index;
  const own =
    first === undefined
      ? undefined
      : { index: first, descending: sortBy?.descending ?? false };
  const sort = chosen === 'none' ? undefined : chosen ?? own;
  const rows = useMemo(
    () => rowOrder(frame.length, plain, filters, sort),
    // The sort is a new object each time; what it says is what counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [frame, plain, filters, sort?.index, sort?.descending],
  );
  const columns = useMemo(
    () =>
      plain.map(column => ({
        ...column,
        footer: footerText(column.field, column.display, rows, options),
      })),
    [plain, rows, options],
  );
  /** Ascending, then descending, then as it comes. */
  const onSort = (index: number) => {
    if (sort?.index !== index) {
      setChosen({ index, descending: false });
    } else {
      setChosen(sort.descending ? 'none' : { index, descending: true });
    }
  };
  const onFilter = (index: number, text: string) =>
    setFilters({ ...filters, [index]: text });
  return { columns, rows, sort, onSort, filters, onFilter };
}
