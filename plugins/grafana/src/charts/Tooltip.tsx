import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Charts.module.css';

/** One line of what is shown beside the pointer. */
export interface TooltipRow {
  id: string;
  name: string;
  color?: string;
  text: string;
  /** What the pointer is nearest to. */
  near?: boolean;
}

const OFF = 14;
/** More would cover the page; the table has all. */
const MOST_ROWS = 20;

/** Values beside the pointer. Readers are told them by the drawing itself, so they pass it by. */
export function Tooltip(props: {
  title?: string;
  rows: TooltipRow[];
  /** In CSS pixels of the window. */
  x: number;
  y: number;
}) {
  const { title, rows, x, y } = props;
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } =
      box.current ?? {};
    setSize(was =>
      was.width === width && was.height === height ? was : { width, height },
    );
  }, [rows, title]);
  // The crosshair is shared by drawings that are scrolled away.
  const { innerWidth, innerHeight } = window;
  const away = x < 0 || y < 0 || x > innerWidth || y > innerHeight;
  if (away) return null;
  const right = x + OFF + size.width < innerWidth;
  const left = Math.max(0, right ? x + OFF : x - OFF - size.width);
  const top = Math.max(0, Math.min(y + OFF, innerHeight - size.height - 4));
  return createPortal(
    <div
      ref={box}
      className={styles.tooltip}
      style={{ left, top }}
      aria-hidden="true"
    >
      {title !== undefined && <header>{title}</header>}
      {rows.slice(0, MOST_ROWS).map(({ id, name, color, text, near }) => (
        <div key={id}>
          {color && (
            <i
              className={`${styles.swatch} ${styles.block}`}
              style={{ background: color }}
            />
          )}
          <span className={`${styles.name} ${near ? styles.near : ''}`}>
            {name}
          </span>
          <b>{text}</b>
        </div>
      ))}
      {rows.length > MOST_ROWS && (
        <span>{rows.length - MOST_ROWS} more in the table</span>
      )}
    </div>,
    document.body,
  );
}
