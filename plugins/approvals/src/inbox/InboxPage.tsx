import {
  Button,
  Freshness,
  Icon,
  Section,
  useNow,
  VisuallyHidden,
} from '@portico/ui';
import { useState } from 'react';
import { AwayDialog } from '../away/AwayDialog';
import { useApprovalCounts } from '../hooks/useApprovalCounts';
import { useApprovalList } from '../hooks/useApprovalList';
import page from '../parts/Page.module.css';
import { InboxList } from './InboxList';
import { InboxTabs } from './InboxTabs';
import styles from './inbox.module.css';
import { StateChips } from './StateChips';
import { useInboxView } from './useInboxView';

const SECOND = 1_000;

/** What waits for one's decision, what one has asked, and all that one may see. */
export function InboxPage() {
  const place = useInboxView();
  const live = useApprovalList(place.query);
  const counts = useApprovalCounts();
  const now = useNow(SECOND);
  const [away, setAway] = useState(false);
  const { value } = live;
  return (
    <div className={page.page}>
      <header>
        <div className={page.head}>
          <h1>Approvals</h1>
          <div className={page.actions}>
            {value && (
              <Freshness
                at={new Date(value.asOf)}
                live={live.signals && !live.error}
                prefix={live.signals && !live.error ? 'Live · as of' : 'As of'}
              />
            )}
            <Button onClick={() => setAway(true)}>
              <Icon name="user" size={14} />
              While I am away…
            </Button>
          </div>
        </div>
        <InboxTabs view={place.view} counts={counts.value} />
      </header>
      <VisuallyHidden live>
        {counts.value && `${counts.value.mine} waiting for you`}
      </VisuallyHidden>
      <div className={styles.body}>
        {place.view !== 'mine' && (
          <StateChips chosen={place.states} onToggle={place.toggle} />
        )}
        <Section
          label="Approvals"
          tone={live.error && value ? 'stale' : 'fine'}
        >
          <InboxList live={live} place={place} now={now} />
        </Section>
      </div>
      {away && <AwayDialog onClose={() => setAway(false)} />}
    </div>
  );
}
