import type { Approval } from '@portico/plugin-approvals-common';
import { Button, ErrorState, Icon } from '@portico/ui';
import { useId, useRef, useState } from 'react';
import { approveLabel, nextWords } from '../model/changeWords';
import { nameOf } from '../model/names';
import styles from './DecisionForm.module.css';
import { NewPlanLink } from './NewPlanLink';

/** What a person says: the decision and the comment. */
export interface Word {
  decision: 'approve' | 'refuse';
  comment: string;
}

/** Comment and the two buttons. Where one can't decide, they say why and do nothing. */
export function DecisionForm(props: {
  approval: Approval;
  comment: string;
  onComment(comment: string): void;
  busy: boolean;
  failure?: string;
  onDecide(word: Word): void;
}) {
  const { approval, comment, busy, failure, onDecide } = props;
  const whyNot = approval.viewer.mayDecide.length
    ? undefined
    : approval.viewer.whyNot ?? 'It is not yours to decide.';
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const requester = nameOf(approval.requestedBy, approval.names).split(' ')[0];
  const off = Boolean(whyNot) || busy;

  const refuse = () => {
    if (comment.trim()) {
      onDecide({ decision: 'refuse', comment });
      return;
    }
    setMissing(true);
    field.current?.focus();
  };

  return (
    <div className={styles.form}>
      {approval.viewer.delegationNote && !whyNot && (
        <p>{approval.viewer.delegationNote}.</p>
      )}
      <label htmlFor={id}>
        Comment <span>(needed to refuse)</span>
      </label>
      <textarea
        id={id}
        ref={field}
        value={comment}
        maxLength={4000}
        readOnly={Boolean(whyNot)}
        placeholder={`Kept in the audit log, sent to ${requester}`}
        aria-invalid={missing && !comment.trim()}
        aria-describedby={`${id}-words`}
        onChange={event => props.onComment(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button
          look="primary"
          disabled={off}
          aria-describedby={`${id}-words`}
          onClick={() => onDecide({ decision: 'approve', comment })}
        >
          <Icon name="tick" />
          {approveLabel(approval)}
        </Button>
        <Button
          look="danger"
          disabled={off}
          aria-describedby={`${id}-words`}
          onClick={refuse}
        >
          <Icon name="x" />
          Refuse
        </Button>
      </div>
      <p id={`${id}-words`} role={missing ? 'alert' : undefined}>
        {hint({ approval, whyNot, missing: missing && !comment.trim() })}
      </p>
      {failure && (
        <NotTaken approval={approval} comment={comment} why={failure} />
      )}
    </div>
  );
}

/** Says that the decision was not taken, why, and where to decide in its place. */
function NotTaken(props: { approval: Approval; comment: string; why: string }) {
  const { approval, comment, why } = props;
  const newId = approval.supersededBy;
  return (
    <ErrorState
      inline
      urgent
      state="failing"
      what="Your decision was not taken."
      why={newId ? 'It was planned again meanwhile.' : why}
      action={newId && <NewPlanLink newId={newId} comment={comment} />}
    />
  );
}

function hint(options: {
  approval: Approval;
  whyNot?: string;
  missing: boolean;
}): string {
  const { approval, whyNot, missing } = options;
  if (whyNot) return whyNot;
  const name = nameOf(approval.requestedBy, approval.names);
  if (missing)
    return `Say why first: a refusal goes to ${name} with its reason.`;
  const open = approval.requirements
    .filter(({ met }) => !met)
    .reduce((sum, { count, decidedBy }) => sum + count - decidedBy.length, 0);
  return open > 1
    ? `${open} people have to agree before anything is applied.`
    : nextWords(approval);
}
