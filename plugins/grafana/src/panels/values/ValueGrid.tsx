import type { ReactNode } from 'react';
import type { ShownValue } from './shownValues';
import styles from './Values.module.css';

/** The cells of a panel of single values. Scrolls inside itself where they need more room than there is. */
export function ValueGrid(props: {
  label: string;
  /** Of the panel, in CSS pixels. */
  width: number;
  height: number;
  columns: number;
  cellWidth: number;
  /** Lets rows lie apart evenly where they don't fill the panel. */
  spread?: boolean;
  values: readonly ShownValue[];
  children(shown: ShownValue): ReactNode;
}) {
  const { label, width, height, columns, cellWidth, values } = props;
  return (
    <div
      role="group"
      aria-label={label}
      className={styles.grid}
      style={{
        ...{ width, height },
        alignContent: props.spread ? 'space-evenly' : undefined,
        gridTemplateColumns: `repeat(${columns}, ${cellWidth}px)`,
      }}
    >
      {values.map(props.children)}
      {values.length === 0 && <p className={styles.nothing}>No values</p>}
    </div>
  );
}
