import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { Link, useResolvedPath } from 'react-router-dom';
import { Icon } from '@portico/ui';
import styles from './TabStrip.module.css';

/** A tab that goes somewhere. `href` may be relative to the page's route. */
export interface StripTab {
  id: string;
  label: string;
  href: string;
}

/** Several tabs under one name. */
export interface StripTabGroup {
  id: string;
  label: string;
  items: StripTab[];
}

function TabGroup(props: { group: StripTabGroup; activeTabId?: string }) {
  const { group, activeTabId } = props;
  const base = useResolvedPath('').pathname;
  const active = group.items.some(item => item.id === activeTabId);
  return (
    <MenuTrigger>
      <Button
        variant="tertiary"
        className={styles.tab}
        aria-current={active ? 'page' : undefined}
        iconEnd={<Icon name="down" size={12} />}
      >
        {group.label}
      </Button>
      <Menu placement="bottom start" aria-label={group.label}>
        {group.items.map(item => (
          <MenuItem
            key={item.id}
            href={
              item.href.startsWith('/')
                ? item.href
                : `${base.replace(/\/$/, '')}/${item.href}`
            }
          >
            {item.label}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

/** The tabs under a page's title; they are links, so they scroll and open in new windows. */
export function TabStrip(props: {
  label: string;
  tabs: Array<StripTab | StripTabGroup>;
  activeTabId?: string;
}) {
  const { label, tabs, activeTabId } = props;
  return (
    <nav className={styles.strip} aria-label={`${label}, sections`}>
      {tabs.map(tab =>
        'items' in tab ? (
          <TabGroup key={tab.id} group={tab} activeTabId={activeTabId} />
        ) : (
          <Link
            key={tab.id}
            className={styles.tab}
            to={tab.href}
            aria-current={tab.id === activeTabId ? 'page' : undefined}
          >
            {tab.label}
          </Link>
        ),
      )}
    </nav>
  );
}
