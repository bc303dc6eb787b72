import { useApi } from '@backstage/frontend-plugin-api';
import type { Approval } from '@portico/plugin-approvals-common';
import { errorName, Section, useAction } from '@portico/ui';
import { useCallback, useState } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import { Deciders } from './Deciders';
import { DecisionForm, type Word } from './DecisionForm';
import { Outcome } from './Outcome';
import { RequesterActions } from './RequesterActions';

/** `1 of 2`: how many of the needed people have agreed. */
function progress({ requirements, decisions }: Approval): string {
  const agreed = requirements.reduce(
    (sum, { id, count }) =>
      sum +
      Math.min(
        count,
        decisions.filter(
          ({ requirementId, decision }) =>
            requirementId === id && decision === 'approve',
        ).length,
      ),
    0,
  );
  const needed = requirements.reduce((sum, { count }) => sum + count, 0);
  return `${agreed} of ${needed}`;
}

/** Who decides and why, the comment, the buttons, and afterwards what happens next. */
export function WhoDecides(props: {
  approval: Approval;
  user?: string;
  now: Date;
  comment: string;
  onComment(comment: string): void;
  onChange(approval: Approval): void;
  /** Somebody else was faster or the plan has changed. */
  onConflict(): void;
  next?: { to: string; title: string };
}) {
  const { approval, user, now, comment, onComment, onChange, onConflict } =
    props;
  const { id, change, state } = approval;
  const api = useApi(approvalsApiRef);
  const [said, setSaid] = useState<Word['decision']>();
  const { busy, failure, start } = useAction(
    useCallback(
      async (word: Word) => {
        try {
          onChange(
            await api.decide(id, {
              decision: word.decision,
              comment: word.comment.trim() || undefined,
              fingerprint: change.fingerprint,
            }),
          );
          setSaid(word.decision);
          onComment('');
        } catch (error) {
          if (errorName(error as Error) === 'ConflictError') onConflict();
          throw error;
        }
      },
      [api, id, change.fingerprint, onChange, onComment, onConflict],
    ),
  );
  const bad = state === 'refused' ? 'bad' : 'fine';
  return (
    <Section title="Who decides" tone={bad} meta={progress(approval)}>
      <Deciders approval={approval} user={user} now={now} />
      {said ? (
        <Outcome approval={approval} said={said} next={props.next} />
      ) : (
        <DecisionForm
          approval={approval}
          comment={comment}
          onComment={onComment}
          busy={busy}
          failure={failure}
          onDecide={start}
        />
      )}
      <RequesterActions approval={approval} user={user} onChange={onChange} />
    </Section>
  );
}
