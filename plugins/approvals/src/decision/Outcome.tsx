import type { Approval } from '@portico/plugin-approvals-common';
import { ButtonLink, Icon, StateShape } from '@portico/ui';
import { useEffect, useRef } from 'react';
import { nextWords } from '../model/changeWords';
import { nameOf } from '../model/names';
import type { Word } from './DecisionForm';
import styles from './Outcome.module.css';

/** What one has just decided and what happens now; takes the focus. */
export function Outcome(props: {
  approval: Approval;
  said: Word['decision'];
  next?: { to: string; title: string };
}) {
  const { approval, said, next } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const [what, then] = outcomeWords(approval, said);
  return (
    <div className={styles.outcome} role="status" tabIndex={-1} ref={box}>
      <p>
        <StateShape state={said === 'approve' ? 'healthy' : 'failing'} />
        <b>{what}</b> {then}
      </p>
      {next && (
        <ButtonLink to={next.to}>
          Next: {next.title}
          <Icon name="right" size={14} />
        </ButtonLink>
      )}
    </div>
  );
}

/** What was taken down, and what happens next. */
export function outcomeWords(
  approval: Approval,
  said: Word['decision'],
): [string, string] {
  const requester = nameOf(approval.requestedBy, approval.names);
  if (said === 'refuse') {
    return ['You refused.', `Nothing is applied; ${requester} is told why.`];
  }
  if (approval.state === 'waiting') {
    const titles = approval.requirements
      .filter(({ met }) => !met)
      .map(({ title }) => title);
    return [
      'You approved.',
      `${titles.join(' and ')} still ${
        titles.length === 1 ? 'has' : 'have'
      } to agree; nothing is applied before.`,
    ];
  }
  return ['You approved.', afterwards(approval)];
}

/** What has become of it once everybody had agreed. */
function afterwards(approval: Approval): string {
  switch (approval.state) {
    case 'approved':
    case 'applied':
      return nextWords(approval);
    case 'superseded':
      return 'Nothing was applied: it was planned again, and everyone is asked again.';
    default:
      return `It was ${approval.state} meanwhile; nothing was applied.`;
  }
}
