import { State, type StateName } from '@portico/ui';
import type { WorkflowRunState } from '@portico/plugin-github-actions-common';

/** GitHub's words for a run, as the state that each stands for and what it says. */
const LOOKS: Record<WorkflowRunState, { state: StateName; word: string }> = {
  queued: { state: 'pending', word: 'Queued' },
  waiting: { state: 'waiting', word: 'Waits for approval' },
  action_required: { state: 'waiting', word: 'Waits for a person' },
  in_progress: { state: 'running', word: 'Running' },
  success: { state: 'healthy', word: 'Passed' },
  failure: { state: 'failing', word: 'Failed' },
  timed_out: { state: 'failing', word: 'Timed out' },
  cancelled: { state: 'skipped', word: 'Cancelled' },
  skipped: { state: 'skipped', word: 'Skipped' },
  neutral: { state: 'unknown', word: 'Neutral' },
  stale: { state: 'stale', word: 'Stale' },
  unknown: { state: 'unknown', word: 'Unknown' },
};

/** How a run stands. `stale` keeps the shape and takes the colour away. */
export function RunState(props: { state: WorkflowRunState; stale?: boolean }) {
  const { state, word } = LOOKS[props.state];
  return (
    <State state={state} stale={props.stale}>
      {word}
    </State>
  );
}
