import { ReactNode } from 'react';
import styles from './List.module.css';

/** Rows of 32 px between rules. */
export function List(props: { children: ReactNode }) {
  return <ul className={styles.list}>{props.children}</ul>;
}

/** One row: a shape or icon, what it is, and a fact at the right end. */
export function ListRow(props: {
  icon?: ReactNode;
  children: ReactNode;
  end?: ReactNode;
}) {
  return (
    <li className={styles.row}>
      {props.icon && <span className={styles.icon}>{props.icon}</span>}
      <span className={styles.cut}>{props.children}</span>
      {props.end !== undefined && (
        <span className={styles.end}>{props.end}</span>
      )}
    </li>
  );
}
