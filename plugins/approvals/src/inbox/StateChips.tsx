import {
  approvalStates,
  type ApprovalState,
} from '@portico/plugin-approvals-common';
import { StateShape } from '@portico/ui';
import { stateLooks } from '../model/stateWords';
import styles from './inbox.module.css';

/** Chips that narrow a list to states; none chosen means all. */
export function StateChips(props: {
  chosen: ApprovalState[];
  onToggle(state: ApprovalState): void;
}) {
  return (
    <div className={styles.chips} role="group" aria-label="States">
      {approvalStates.map(state => (
        <button
          key={state}
          type="button"
          className={styles.chip}
          aria-pressed={props.chosen.includes(state)}
          onClick={() => props.onToggle(state)}
        >
          <StateShape state={stateLooks[state].state} size={12} />
          {stateLooks[state].word}
        </button>
      ))}
    </div>
  );
}
