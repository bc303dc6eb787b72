import type { Approval } from '@portico/plugin-approvals-common';
import { stateNow } from './stateWords';

/** The approval as it is at this moment: what has run out since it was read can't be decided any more. */
export function asOfNow(approval: Approval, now: Date): Approval {
  const state = stateNow(approval, now);
  if (state === approval.state) return approval;
  return {
    ...approval,
    state,
    viewer: {
      mayDecide: [],
      whyNot: 'It has expired; nothing was applied.',
      mayWithdraw: false,
      mayRemind: false,
    },
  };
}
