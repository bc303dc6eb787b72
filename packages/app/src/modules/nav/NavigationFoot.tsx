import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { Link, useLocation } from 'react-router-dom';
import { Icon } from '@portico/ui';
import styles from './Navigation.module.css';
import { usePerson } from './usePerson';

/** The word for a link to the page one is on. */
export function useCurrent() {
  const { pathname } = useLocation();
  return (href: string) =>
    pathname === href || pathname.startsWith(`${href}/`) ? 'page' : undefined;
}

/** Notifications with the number of unread ones. */
export function NotificationsEntry() {
  const current = useCurrent();
  return (
    <NotificationsSidebarItem
      renderItem={({ unreadCount, to, onClick }) => (
        <Link
          className={styles.entry}
          to={to}
          onClick={onClick}
          aria-current={current(to)}
          aria-label={
            unreadCount
              ? `Notifications, ${unreadCount} unread`
              : 'Notifications'
          }
        >
          <Icon name="bell" />
          <span className={styles.word}>Notifications</span>
          {unreadCount > 0 && (
            <span className={styles.count}>
              {unreadCount > 99 ? '99+' : unreadCount}
            </span>
          )}
        </Link>
      )}
    />
  );
}

function PersonEntry() {
  const person = usePerson();
  if (!person) {
    return null;
  }
  const groups = person.groups.join(', ') || 'in no team yet';
  const role = person.job ?? groups;
  return (
    <Link
      className={styles.person}
      to="/settings"
      title={`${person.name}, ${role}, ${groups}`}
    >
      <span className={styles.face} aria-hidden="true">
        {person.initials}
      </span>
      <span className={styles.word}>
        {person.name}
        <span className={styles.role}>{role}</span>
      </span>
    </Link>
  );
}

function SandboxNotice() {
  const url = useApi(configApiRef).getOptionalString('portico.sandbox.url');
  if (!url) {
    return null;
  }
  const words = 'Sandbox. The platform behind this portal is simulated.';
  return (
    <a
      className={styles.sandbox}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={words}
    >
      <Icon name="flask" />
      <span className={styles.word}>{words}</span>
    </a>
  );
}

/** Notifications, settings, who is signed in, and whether the platform is real. */
export function NavigationFoot() {
  const current = useCurrent();
  return (
    <div className={styles.foot}>
      <NotificationsEntry />
      <Link
        className={styles.entry}
        to="/settings"
        aria-current={current('/settings')}
        title="Settings"
      >
        <Icon name="gear" />
        <span className={styles.word}>Settings</span>
      </Link>
      <PersonEntry />
      <SandboxNotice />
    </div>
  );
}
