import { type ColorTheme, formatted } from '@portico/plugin-grafana-common';
import type { CSSProperties, ReactNode } from 'react';
import { onColor, readable } from '../../colors';
import { Bar } from '../bargauge/Bar';
import { Sparkline, ValueLink } from '../values';
import { cellLine } from './cellLine';
import { cellText } from './cellText';
import type { TableColumn } from './TableColumn';
import styles from './Table.module.css';

const PADDING = 16;
const VALUE_ROOM = 76;

const isUrl = (text: string) => /^https?:\/\//i.test(text);

function GaugeCell(props: CellProps & { text: string }) {
  const { column, row, theme, height, text } = props;
  const value = column.display(column.field.values[row]);
  const { min = 0, max = 100 } = {
    ...column.field.range,
    ...column.field.config,
  };
  const mode = column.mode === 'lcd' ? 'lcd' : 'gradient';
  return (
    <span className={styles.gauge}>
      <Bar
        shown={{
          key: '',
          name: '',
          value,
          raw: null,
          range: { min, max },
          field: column.field,
        }}
        options={{
          displayMode: column.mode === 'basic' ? 'basic' : mode,
          showUnfilled: true,
        }}
        theme={theme}
        lying
        length={Math.max(
          24,
          column.width -
            PADDING -
            (column.valueMode === 'hidden' ? 0 : VALUE_ROOM),
        )}
        thickness={Math.max(8, height - 14)}
      />
      {column.valueMode !== 'hidden' && (
        <span
          style={
            column.valueMode === 'color'
              ? { color: readable(value.color, theme.background, 4.5) }
              : undefined
          }
        >
          {text}
        </span>
      )}
    </span>
  );
}

function LineCell(props: CellProps & { text: string }) {
  const { column, row, theme, height, text } = props;
  const value = column.field.values[row];
  const line = cellLine(value);
  if (!line) {
    return <>{text}</>;
  }
  const last = [...line.ys].reverse().find(y => typeof y === 'number');
  const shown = column.display(last ?? null);
  return (
    <span className={styles.gauge}>
      <Sparkline
        line={line}
        width={Math.max(24, column.width - PADDING - VALUE_ROOM)}
        height={height - 8}
        color={readable(shown.color, theme.background)}
      />
      <span>{formatted(shown)}</span>
    </span>
  );
}

function contentOf(props: CellProps, text: string): ReactNode {
  const { column, row } = props;
  const value = column.field.values[row];
  switch (column.cell) {
    case 'gauge':
      return typeof value === 'number' ? (
        <GaugeCell {...props} text={text} />
      ) : (
        text
      );
    case 'sparkline':
      return <LineCell {...props} text={text} />;
    case 'json-view':
      return <code>{text}</code>;
    case 'pill':
      return text ? <span className={styles.pill}>{text}</span> : null;
    case 'image':
      // A picture from elsewhere would tell that place who looks at it.
      return isUrl(text) ? (
        <a href={text} target="_blank" rel="noreferrer">
          Picture
        </a>
      ) : (
        text
      );
    default:
      return text;
  }
}

interface CellProps {
  column: TableColumn;
  row: number;
  theme: ColorTheme;
  height: number;
}

/** How a cell's value colours it: its words, its ground, or nothing. */
export function cellColors(
  column: TableColumn,
  row: number,
  theme: ColorTheme,
): CSSProperties {
  const { color } = column.display(column.field.values[row]);
  if (column.cell === 'color-text') {
    return { color: readable(color, theme.background, 4.5) };
  }
  if (column.cell === 'color-background') {
    return { background: color, color: onColor(color) };
  }
  return {};
}

/** One cell of a table. */
export function TableCell(props: CellProps & { rowColors?: CSSProperties }) {
  const { column, row, theme, rowColors } = props;
  const text = cellText(column, row);
  const colors = rowColors ?? cellColors(column, row, theme);
  return (
    <div
      role="cell"
      className={`${styles.cell} ${column.wraps ? styles.wraps : ''}`}
      style={{ ...colors, width: column.width, textAlign: column.align }}
      title={text.length > 24 && column.cell !== 'image' ? text : undefined}
    >
      <ValueLink
        field={column.field}
        value={column.field.values[row]}
        row={{ fields: column.fields, index: row }}
      >
        {contentOf(props, text)}
      </ValueLink>
    </div>
  );
}
