import type { Approval } from '@portico/plugin-approvals-common';
import { stateNow } from '../model/stateWords';

/** Why the viewer can't decide, in a sentence; undefined if he can. */
export function whyNotNow(approval: Approval, now: Date): string | undefined {
  const { state, viewer } = approval;
  if (state === 'waiting' && stateNow(approval, now) === 'expired') {
    return 'It has expired; nothing was applied.';
  }
  if (viewer.mayDecide.length) return undefined;
  return viewer.whyNot ?? 'It is not yours to decide.';
}
