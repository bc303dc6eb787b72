import {
  BreadcrumbEntry,
  PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { Link, useLocation, useResolvedPath } from 'react-router-dom';
import { TabStrip } from './TabStrip';
import styles from './PageFrame.module.css';

/** The path to a page below a tab; on the tabs themselves the tab says it. */
function Crumbs() {
  const { items } = useBreadcrumbEntries();
  if (items.length < 3) {
    return null;
  }
  return (
    <nav aria-label="Breadcrumb">
      <ol className={styles.crumbs}>
        {items.slice(0, -1).map(item => (
          <li key={`${item.depth} ${item.label}`}>
            <Link to={item.href}>{item.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The frame of a plugin's page: path, title, actions, tabs, content. */
export function PageFrame(props: PageLayoutProps) {
  const { title, noHeader, titleLink, headerActions, tabs, children } = props;
  const parent = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { pathname } = useLocation();
  if (noHeader || !title) {
    return <>{children}</>;
  }
  const hrefOf = (href: string) =>
    href.startsWith('/') ? href : `${parent}/${href}`;
  const active = tabs?.find(tab => {
    const href = hrefOf(tab.href);
    return pathname === href || pathname.startsWith(`${href}/`);
  });
  return (
    <BreadcrumbEntry
      entry={{ label: title, href: titleLink ?? (parent || '/') }}
    >
      <header className={styles.header}>
        <Crumbs />
        <div className={styles.title}>
          <h1>{title}</h1>
          <div className={styles.actions}>{headerActions}</div>
        </div>
        {tabs && (
          <TabStrip
            label={title}
            activeTabId={active?.id}
            tabs={tabs.map(tab => ({ ...tab, href: hrefOf(tab.href) }))}
          />
        )}
      </header>
      <div className={styles.body}>{children}</div>
    </BreadcrumbEntry>
  );
}
