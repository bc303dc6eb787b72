import type { ApprovalState } from '@portico/plugin-approvals-common';
import type { StoredApproval } from '../store/StoredApproval';

/** The state as of now: what has run out has expired, also before that is written down. */
export function stateAt(approval: StoredApproval, now: Date): ApprovalState {
  const open = approval.state === 'waiting' || approval.state === 'approved';
  return open && approval.expiresAt <= now ? 'expired' : approval.state;
}
