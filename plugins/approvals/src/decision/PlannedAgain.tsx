import type { Approval } from '@portico/plugin-approvals-common';
import { ErrorState, errorWords, Section, Waiting } from '@portico/ui';
import { useApproval } from '../hooks/useApproval';
import { compareChanges } from '../model/compareChanges';
import { NewPlanLink } from './NewPlanLink';
import styles from './PlannedAgain.module.css';

function Differences(props: { before: Approval; newId: string }) {
  const { value, error, reload } = useApproval(props.newId);
  if (error && !value) {
    return (
      <ErrorState
        inline
        what="What has changed is unknown."
        why={errorWords(error)}
        retry={reload}
      />
    );
  }
  if (!value) return <Waiting rows={2} what="the new plan" />;
  const lines = compareChanges(props.before.change, value.change);
  return lines.length ? (
    <ul className={styles.lines}>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  ) : (
    <p className={styles.words}>
      The new plan does the same, from a newer state.
    </p>
  );
}

/** The approval that took this one's place, what is different in it, and the way there with the comment. */
export function PlannedAgain(props: {
  approval: Approval;
  newId: string;
  /** Kept for the new page. */
  comment: string;
}) {
  const { approval, newId, comment } = props;
  return (
    <Section
      title="Planned again"
      tone="warn"
      role="status"
      qualifier="the state had moved; everyone is asked again"
      className={styles.section}
    >
      <Differences before={approval} newId={newId} />
      <div className={styles.action}>
        <NewPlanLink look="primary" newId={newId} comment={comment} />
        {comment.trim() && (
          <span className={styles.words}>Your comment goes with you.</span>
        )}
      </div>
    </Section>
  );
}
