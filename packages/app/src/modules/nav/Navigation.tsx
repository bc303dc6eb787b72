import { NavContentComponentProps } from '@backstage/plugin-app-react';
import { ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { Button, ButtonLink, Icon } from '@portico/ui';
import { BrandGlyph } from '../../parts/BrandGlyph';
import { KeysDialog } from './KeysDialog';
import { activeEntry, groupPages, NavGroup } from './navGroups';
import { NavigationFoot } from './NavigationFoot';
import styles from './Navigation.module.css';
import { SearchField } from './SearchField';
import { useKeys } from './useKeys';

function Brand() {
  return (
    <Link className={styles.brand} to="/" aria-label="Portico, home">
      <BrandGlyph />
      <span className={styles.word}>Portico</span>
    </Link>
  );
}

function Group(props: {
  group: NavGroup;
  active?: string;
  counts?: ReadonlyMap<string, ReactNode>;
}) {
  const { group, active, counts } = props;
  return (
    <>
      {group.title && <h2>{group.title}</h2>}
      <ul>
        {group.entries.map(entry => (
          <li key={entry.id}>
            <Link
              className={styles.entry}
              to={entry.href}
              title={entry.title}
              aria-current={entry.id === active ? 'page' : undefined}
            >
              {entry.icon ? <Icon name={entry.icon} /> : entry.ownIcon}
              <span className={styles.word}>{entry.title}</span>{' '}
              {counts?.has(entry.plugin) && (
                <span className={styles.count}>{counts.get(entry.plugin)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/**
 * The navigation: 216 px from 1,200, icons from 900, below that a bar on top
 * with a menu.
 */
export function Navigation(
  props: NavContentComponentProps & {
    /** What stands behind entries, by the id of the plugin whose page it is. */
    counts?: ReadonlyMap<string, ReactNode>;
  },
) {
  const { navItems, counts } = props;
  const { pathname } = useLocation();
  const groups = useMemo(() => groupPages(navItems.clone().rest()), [navItems]);
  const [menuOpen, setMenuOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => setMenuOpen(false), [pathname]);
  const keys = useMemo(
    () => ({
      '/': () => {
        setMenuOpen(true);
        setTimeout(() => search.current?.focus());
      },
      '?': () => setKeysOpen(true),
      Escape: () => setMenuOpen(false),
    }),
    [],
  );
  useKeys(keys);
  return (
    <>
      <div className={styles.bar}>
        <Button
          look="icon"
          aria-label="Menu"
          aria-expanded={menuOpen}
          aria-controls="portico-navigation"
          onClick={() => setMenuOpen(open => !open)}
        >
          <Icon name={menuOpen ? 'x' : 'menu'} />
        </Button>
        <Brand />
        <ButtonLink look="icon" to="/search" aria-label="Search">
          <Icon name="search" />
        </ButtonLink>
        <ButtonLink look="icon" to="/notifications" aria-label="Notifications">
          <Icon name="bell" />
        </ButtonLink>
      </div>
      <nav
        id="portico-navigation"
        className={`${styles.nav} ${menuOpen ? styles.open : ''}`}
        aria-label="Main"
      >
        <div className={styles.inner}>
          <Brand />
          <SearchField inputRef={search} />
          {groups.map(group => (
            <Group
              key={group.title ?? 'first'}
              group={group}
              active={activeEntry(groups, pathname)}
              counts={counts}
            />
          ))}
          <NavigationFoot />
        </div>
      </nav>
      <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </>
  );
}
