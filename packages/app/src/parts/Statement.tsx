import { ReactNode } from 'react';
import styles from './Statement.module.css';

/** An empty, error or old state: what (bold), why or what it would show, one action. */
export function Statement(props: {
  what: ReactNode;
  why?: ReactNode;
  shape?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
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
