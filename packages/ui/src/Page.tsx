import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** A page of the portal: its title, what can be chosen or done at its right, tabs, and what it shows. */
export function Page(props: {
  title: string;
  actions?: ReactNode;
  tabs?: ReactNode;
  children: ReactNode;
}) {
  const { title, actions, tabs, children } = props;
  return (
    <div className={styles.page}>
      <header>
        <div className={styles.head}>
          <h1>{title}</h1>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {tabs}
      </header>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
