import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import styles from './LinkTabs.module.css';

/** Sections of a page as tabs that are links; a count stands behind a title. */
export function LinkTabs(props: {
  /** Names the tabs for readers. */
  label: string;
  tabs: { to: string; title: ReactNode; active: boolean; count?: number }[];
}) {
  return (
    <nav className={styles.tabs} aria-label={props.label}>
      {props.tabs.map(({ to, title, active, count }) => (
        <Link key={to} to={to} aria-current={active ? 'page' : undefined}>
          {title} {count ? <span>{count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
