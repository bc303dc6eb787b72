import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ApprovalSummary } from '@portico/plugin-approvals-common';
import {
  EmptyState,
  errorName,
  ErrorState,
  errorWords,
  formatClock,
  formatSince,
  List,
  ListRow,
  Section,
  StateShape,
  TextLink,
  useNow,
  Waiting,
} from '@portico/ui';
import { useApprovalList } from '../hooks/useApprovalList';
import { timeLeft } from '../model/moments';
import { stateLooks, stateNow } from '../model/stateWords';
import { useLinks } from '../parts/links';

const DECIDED_SHOWN = 3;
const READ = 25;
const MINUTE = 60_000;

const isWaiting = ({ state }: ApprovalSummary) => state === 'waiting';

function Row({ item, now }: { item: ApprovalSummary; now: Date }) {
  const links = useLinks();
  const state = stateNow(item, now);
  const { state: shape, word } = stateLooks[state];
  const left = state === 'waiting' && timeLeft(item.expiresAt, now);
  const words = left
    ? `${item.mine ? 'for you' : item.waitsFor.join(', ')}, ${left}`
    : `${word}, ${formatSince(new Date(item.requestedAt), now)}`;
  return (
    <ListRow icon={<StateShape state={shape} />} end={words}>
      <TextLink plain to={links.approval(item.id)} title={item.title}>
        {item.title}
      </TextLink>
    </ListRow>
  );
}

/** What waits for a decision about the entity, and what was decided last. */
export function ApprovalsCard() {
  const { entity } = useEntity();
  const { value, error, reload } = useApprovalList({
    entityRef: stringifyEntityRef(entity),
    limit: READ,
  });
  const now = useNow(MINUTE);
  const waiting = value?.items.filter(isWaiting) ?? [];
  const decided = value?.items.filter(item => !isWaiting(item)) ?? [];
  // Whoever may not read approvals does not learn that there are any.
  if (error && errorName(error) === 'NotAllowedError') return null;
  return (
    <Section
      title="Approvals"
      tone={error && value ? 'stale' : 'fine'}
      qualifier={waiting.length > 0 && `${waiting.length} waiting`}
      meta={value && formatClock(new Date(value.asOf))}
    >
      {!value && !error && <Waiting rows={2} what="the approvals" />}
      {error && (
        <ErrorState
          inline
          state={value ? 'stale' : 'unknown'}
          what="Unknown: approvals have not answered."
          why={errorWords(error)}
          retry={reload}
        />
      )}
      {value?.items.length === 0 && (
        <EmptyState
          what={`Nothing was asked for ${entity.metadata.name} yet`}
          why="Changes that need somebody’s yes are listed here."
        />
      )}
      <List>
        {[...waiting, ...decided.slice(0, DECIDED_SHOWN)].map(item => (
          <Row key={item.id} item={item} now={now} />
        ))}
      </List>
    </Section>
  );
}
