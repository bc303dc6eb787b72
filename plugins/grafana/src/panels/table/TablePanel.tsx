import type { PanelFrame } from '@portico/plugin-grafana-common';
import { useMemo, useState } from 'react';
import { useColorTheme } from '../../colors';
import type { PanelProps } from '../PanelKind';
import { useRows } from '../rows/useRows';
import { FrameChoice } from './FrameChoice';
import { Pages } from './Pages';
import styles from './Table.module.css';
import { TableHead } from './TableHead';
import { type TableOptions, tableOptions } from './tableOptions';
import { TableRows } from './TableRows';
import { useTable } from './useTable';

const HEAD = 28;
const FOOT = 28;
const PAGES = 32;

function Frame(props: {
  frame: PanelFrame;
  options: TableOptions;
  width: number;
  height: number;
  label: string;
}) {
  const { frame, options, width, height, label } = props;
  const theme = useColorTheme();
  const [page, setPage] = useState(0);
  const table = useTable(frame, options, width - 8, theme);
  const { columns, rows } = table;
  const footed = columns.some(({ footer }) => footer !== undefined);
  const counted = options.footer.shown && options.footer.rows;
  const head = options.showHeader ? HEAD : 0;
  const foot = footed || counted ? FOOT : 0;
  const body = height - head - foot - (options.pages ? PAGES : 0);
  const size = Math.max(1, Math.floor(body / options.rowHeight));
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  const at = Math.min(page, last);
  const shown = useMemo(
    () => (options.pages ? rows.slice(at * size, (at + 1) * size) : rows),
    [rows, options.pages, at, size],
  );
  const { scroller, virtual } = useRows({
    count: shown.length,
    rowHeight: options.rowHeight,
    box: { width, height: Math.max(body, options.rowHeight) },
  });
  const wide = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <>
      <div
        ref={scroller}
        role="table"
        aria-label={label}
        aria-rowcount={rows.length + (head ? 1 : 0)}
        className={styles.table}
        style={{ width, height: height - (options.pages ? PAGES : 0) }}
        // A box that scrolls takes focus for the arrow keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div className={styles.inner} style={{ width: wide }}>
          {options.showHeader && (
            <div role="rowgroup" className={styles.sticky}>
              <TableHead {...table} />
            </div>
          )}
          <TableRows
            rows={shown}
            columns={columns}
            theme={theme}
            virtual={virtual}
            rowHeight={options.rowHeight}
            offset={(head ? 1 : 0) + (options.pages ? at * size : 0)}
          />
          {foot > 0 && (
            <div role="rowgroup" className={styles.foot}>
              <div role="row" className={styles.head}>
                {columns.map(({ index, footer, align, width: room }, place) => (
                  <div
                    key={index}
                    role="cell"
                    className={styles.cell}
                    style={{ width: room, textAlign: align }}
                    title={footer}
                  >
                    {footer ??
                      (counted && place === 0 ? `${rows.length} rows` : '')}
                  </div>
                ))}
              </div>
            </div>
          )}
        </div>
      </div>
      {options.pages && (
        <Pages page={at} size={size} count={rows.length} onPage={setPage} />
      )}
    </>
  );
}

/** Rows and columns, sorted and filtered by the reader; only those that can be seen are in the page. */
export default function TablePanel(props: PanelProps) {
  const { panel, data, width, height, label } = props;
  const options = useMemo(() => tableOptions(panel.options), [panel.options]);
  const [chosen, setChosen] = useState(options.frameIndex);
  const at = chosen < data.frames.length ? chosen : 0;
  const frame = data.frames[at];
  const several = data.frames.length > 1;
  return (
    <div className={styles.panel} style={{ width, height }}>
      {frame && (
        <Frame
          key={at}
          frame={frame}
          options={options}
          width={width}
          height={height - (several ? PAGES : 0)}
          label={label}
        />
      )}
      {several && (
        <FrameChoice frames={data.frames} at={at} onChoose={setChosen} />
      )}
    </div>
  );
}
