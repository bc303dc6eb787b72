import type { ReactNode } from 'react';
import styles from './Statement.module.css';

/** What an empty, failed or old state says: one bold sentence, one plain, one action. */
export interface StatementProps {
  /** What is so, in one sentence. */
  what: ReactNode;
  /** Why, or what it would show. */
  why?: ReactNode;
  /** The button to press, the page to open, the person to ask. */
  action?: ReactNode;
  /** Further things, such as lines to copy. */
  children?: ReactNode;
}

/** The common form of `EmptyState` and `ErrorState`. */
export function Statement(props: StatementProps & { shape?: ReactNode }) {
  return (
    <div className={styles.statement}>
      {props.shape}
      <div className={styles.words}>
        <p className={styles.what}>{props.what}</p>
        {props.why && <p className={styles.why}>{props.why}</p>}
        {props.children}
        {props.action && <div className={styles.action}>{props.action}</div>}
      </div>
    </div>
  );
}
