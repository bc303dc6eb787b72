import type { ApprovalsClient } from '@portico/plugin-approvals-node';
import type { Remover } from '@portico/plugin-flows-node';

/** Id of the remover that withdraws approvals. */
export const APPROVAL_REMOVER = 'approvals:approval';

/** Withdraws what a failed or cancelled task had asked and not used. */
export function createApprovalRemover(approvals: ApprovalsClient): Remover {
  return {
    id: APPROVAL_REMOVER,
    async remove({ taskId, stepId }) {
      const withdrawn = await approvals.withdraw(
        { taskId, stepId },
        { because: 'its task has ended' },
      );
      return withdrawn ? 'removed' : 'absent';
    },
  };
}
