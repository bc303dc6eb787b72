import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
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
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const box = { width, height };
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: index => rows[index].id,
    estimateSize: () => LINE,
    overscan: 12,
    initialRect: box,
    // The panel knows its size; asking the page for it would cost a layout.
    observeElementRect: (_, tell) => tell(box),
    measureElement: element => (element as HTMLElement).offsetHeight || LINE,
  });
  useEffect(() => virtual.measure(), [virtual, wraps, width, height]);
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
      style={box}
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
