import type { ApprovalCounts } from '@portico/plugin-approvals-common';
import { LinkTabs } from '@portico/ui';
import { useLinks } from '../parts/links';
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
    <LinkTabs
      label="Lists of approvals"
      tabs={tabs.map(tab => ({
        to: links.inbox(tab.view),
        title: tab.title,
        active: tab.view === view,
        count: tab.view === 'all' ? undefined : counts?.[tab.view],
      }))}
    />
  );
}
