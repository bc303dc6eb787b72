import type { PanelView } from '@portico/plugin-grafana-common';
import { Icon } from '@portico/ui';
import { useId, type ReactNode } from 'react';
import styles from './PanelGrid.module.css';

/** A row of a dashboard: its title opens and closes it. */
export function RowHead(props: {
  row: PanelView;
  count: number;
  open: boolean;
  onToggle(): void;
  children: ReactNode;
}) {
  const { row, count, open, onToggle, children } = props;
  const id = useId();
  return (
    <section className={styles.row} aria-labelledby={id}>
      <h2 id={id}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <Icon name={open ? 'down' : 'right'} size={12} />
          {row.title || 'Row'}
          {!open && (
            <span>
              {count} {count === 1 ? 'panel' : 'panels'}
            </span>
          )}
        </button>
      </h2>
      {children}
    </section>
  );
}
