import type { ApprovalCounts } from '@portico/plugin-approvals-common';
import { Link } from 'react-router-dom';
import { useLinks } from '../parts/links';
import styles from './inbox.module.css';
import type { View } from './useInboxView';

const tabs: { view: View; title: string }[] = [
  { view: 'mine', title: 'Waiting for you' },
  { view: 'asked', title: 'Asked by you' },
  { view: 'all', title: 'All you may see' },
];

/** The lists of the inbox, with how many wait. */
export function InboxTabs(props: { view: View; counts?: ApprovalCounts }) {
  const { view, counts } = props;
  const links = useLinks();
  return (
    <nav className={styles.tabs} aria-label="Lists of approvals">
      {tabs.map(tab => {
        const count = tab.view === 'all' ? undefined : counts?.[tab.view];
        return (
          <Link
            key={tab.view}
            to={links.inbox(tab.view)}
            aria-current={tab.view === view ? 'page' : undefined}
          >
            {tab.title} {count ? <span>{count}</span> : null}
          </Link>
        );
      })}
    </nav>
  );
}
