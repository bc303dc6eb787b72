import type { ReactNode } from 'react';
import styles from './VisuallyHidden.module.css';

/** Words that only a reader gets; `live` announces what changes in them. */
export function VisuallyHidden(props: { children: ReactNode; live?: boolean }) {
  return (
    <span
      className={styles.hidden}
      aria-live={props.live ? 'polite' : undefined}
    >
      {props.children}
    </span>
  );
}
