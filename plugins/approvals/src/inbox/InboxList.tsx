import type { ApprovalList } from '@portico/plugin-approvals-common';
import {
  Button,
  CalmList,
  EmptyState,
  errorName,
  ErrorState,
  errorWords,
  formatClock,
  Icon,
  Waiting,
} from '@portico/ui';
import type { Live } from '../hooks/useLive';
import { ApprovalTable } from './ApprovalTable';
import { EmptyInbox } from './EmptyInbox';
import styles from './inbox.module.css';
import { PAGE_SIZE, type useInboxView } from './useInboxView';

type Place = ReturnType<typeof useInboxView>;

function Failed({ live }: { live: Live<ApprovalList> }) {
  const { error, value, reload } = live;
  if (!error) return null;
  if (errorName(error) === 'NotAllowedError') {
    return (
      <EmptyState
        shape={<Icon name="lock" />}
        what="Your role does not see approvals"
        why={errorWords(error)}
      />
    );
  }
  return (
    <ErrorState
      inline={Boolean(value)}
      state={value ? 'stale' : 'unknown'}
      what={
        value
          ? `No answer; showing ${formatClock(new Date(value.asOf))}.`
          : 'Unknown: the approvals could not be read'
      }
      why={errorWords(error)}
      retry={reload}
    />
  );
}

function Pages({ list, place }: { list: ApprovalList; place: Place }) {
  const { total, offset, items } = list;
  if (total <= items.length) return null;
  const last = offset + items.length;
  return (
    <div className={styles.pages}>
      <span>
        {offset + 1} to {last} of {total}
      </span>
      <Button
        disabled={offset === 0}
        onClick={() => place.goTo(Math.max(offset - PAGE_SIZE, 0))}
      >
        Previous
      </Button>
      <Button disabled={last >= total} onClick={() => place.goTo(last)}>
        Next
      </Button>
    </div>
  );
}

/** The rows, or what is said in their place. */
export function InboxList(props: {
  live: Live<ApprovalList>;
  place: Place;
  now: Date;
}) {
  const { live, place, now } = props;
  return (
    <CalmList items={live.value?.items} keyOf={({ id }) => id}>
      {items => {
        const list = live.value && items && { ...live.value, items };
        return (
          <>
            <Failed live={live} />
            {!list && !live.error && <Waiting rows={6} what="the approvals" />}
            {list?.items.length === 0 && (
              <EmptyInbox
                view={place.view}
                filtered={place.states.length > 0 && place.view !== 'mine'}
                onClear={place.clear}
              />
            )}
            {list && list.items.length > 0 && (
              <>
                <ApprovalTable list={list} now={now} />
                <Pages list={list} place={place} />
              </>
            )}
          </>
        );
      }}
    </CalmList>
  );
}
