import type { ApprovalSummary } from '@portico/plugin-approvals-common';
import { Icon, State, VisuallyHidden } from '@portico/ui';
import {
  actionLooks,
  happensWords,
  summaryActions,
} from '../model/changeWords';
import styles from './parts.module.css';

/** How many resources are added, changed, replaced and destroyed; the last two as states. */
export function SummaryMarks({ change }: Pick<ApprovalSummary, 'change'>) {
  const actions = summaryActions.filter(action => change.summary[action] > 0);
  if (!actions.length) return <>{happensWords(change)}</>;
  return (
    <span className={styles.marks}>
      {[...actions].reverse().map(action => {
        const { icon, state } = actionLooks[action];
        const count = change.summary[action];
        return state ? (
          <State key={action} state={state}>
            {count} {action}
          </State>
        ) : (
          <span key={action} className={styles.mark}>
            <Icon name={icon} size={12} />
            {count}
            <VisuallyHidden> {action}</VisuallyHidden>
          </span>
        );
      })}
    </span>
  );
}
