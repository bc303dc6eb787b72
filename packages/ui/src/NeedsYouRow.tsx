import type { ReactNode } from 'react';
import styles from './NeedsYouRow.module.css';

/** One thing that waits for the viewer, as a row of the home page's "Needs you". */
export function NeedsYouRow(props: {
  /** An icon or the shape of a state. */
  shape: ReactNode;
  /** What it is about, in a word: `Approval`, `Health`. */
  kind: string;
  /** What it is, with its name in bold. */
  children: ReactNode;
  /** For how long: `12 min`. */
  age: ReactNode;
  /** The link to the next step. */
  action: ReactNode;
}) {
  const { shape, kind, children, age, action } = props;
  return (
    <li className={styles.row}>
      <span className={styles.shape}>{shape}</span>
      <span className={styles.kind}>{kind}</span>
      <span>{children}</span>
      <span className={styles.age}>{age}</span>
      {action}
    </li>
  );
}

/** The last row: what more there is. */
export function NeedsYouMore(props: { children: ReactNode }) {
  return <li className={styles.more}>{props.children}</li>;
}
