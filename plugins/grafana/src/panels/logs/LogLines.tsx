import { useEffect, useState } from 'react';
import { useRows } from '../rows/useRows';
import { LogLine } from './LogLine';
import type { LogOptions } from './logOptions';
import type { LogRow } from './logRows';
import styles from './Logs.module.css';

const LINE = 21;

/** The lines that can be seen, and a few more. */
export function LogLines(props: {
  rows: readonly LogRow[];
  options: LogOptions;
  wraps: boolean;
  term: string;
  timeOf(at: number): string;
  width: number;
  height: number;
  label: string;
}) {
  const { rows, options, wraps, term, timeOf, width, height, label } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { scroller, virtual } = useRows({
    count: rows.length,
    rowHeight: LINE,
    box: { width, height },
    keyOf: index => rows[index].id,
  });
  // Every line is of another height then.
  useEffect(() => virtual.measure(), [virtual, wraps]);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) {
      next.add(id);
    }
    setOpen(next);
  };
  return (
    <div
      ref={scroller}
      role="log"
      aria-label={label}
      // Scrolling brings lines in; that is no news.
      aria-live="off"
      className={styles.lines}
      style={{ width, height }}
      // A box that scrolls takes focus for the arrow keys.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              <LogLine
                row={row}
                options={options}
                wraps={wraps}
                term={term}
                time={timeOf(row.at)}
                open={open.has(row.id)}
                onToggle={() => toggle(row.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
