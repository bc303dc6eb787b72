import type { ColorTheme } from '@portico/plugin-grafana-common';
import type { useRows } from '../rows/useRows';
import { cellColors, TableCell } from './TableCell';
import styles from './Table.module.css';
import type { TableColumn } from './TableColumn';

/** The rows of a table that can be seen, and a few more. */
export function TableRows(props: {
  rows: readonly number[];
  columns: readonly TableColumn[];
  theme: ColorTheme;
  /** Which of them can be seen. */
  virtual: ReturnType<typeof useRows>['virtual'];
  rowHeight: number;
  /** Rows before the first, such as the head, for readers' count. */
  offset: number;
}) {
  const { rows, columns, theme, virtual, rowHeight, offset } = props;
  const wraps = columns.some(column => column.wraps);
  const colorsRow = columns.find(({ applyToRow }) => applyToRow);
  return (
    <div
      role="rowgroup"
      className={styles.rows}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, start, size }) => {
        const row = rows[index];
        const colors = colorsRow && cellColors(colorsRow, row, theme);
        return (
          <div
            key={row}
            ref={wraps ? virtual.measureElement : undefined}
            data-index={index}
            role="row"
            aria-rowindex={index + 1 + offset}
            className={styles.row}
            style={{
              ...colors,
              minHeight: rowHeight,
              height: wraps ? undefined : size,
              transform: `translateY(${start}px)`,
            }}
          >
            {columns.map(column => (
              <TableCell
                key={column.index}
                column={column}
                row={row}
                theme={theme}
                height={rowHeight}
                rowColors={colors && { color: colors.color }}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}
