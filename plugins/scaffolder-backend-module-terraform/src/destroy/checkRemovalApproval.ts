import { NotAllowedError } from '@backstage/errors';
import type { ApprovalsClient } from '@portico/plugin-approvals-node';

/**
 * Lets somebody destroy who may not do so alone: people of the groups that may have agreed to the
 * removal of this entity by this task.
 *
 * @throws NotAllowedError if they have not
 */
export async function checkRemovalApproval(options: {
  approvals: ApprovalsClient;
  destroyApprovers: string[];
  approvalId: string;
  entityRef: string;
  taskId: string;
}): Promise<void> {
  const { approvals, destroyApprovers, approvalId, entityRef, taskId } =
    options;
  const approval = await approvals.get(approvalId);
  const { state, change, requirements } = approval;
  const isOfThis =
    approval.taskId === taskId &&
    approval.entityRef.toLocaleLowerCase('en-US') ===
      entityRef.toLocaleLowerCase('en-US') &&
    change.kind === 'removal' &&
    (state === 'approved' || state === 'applied');
  if (!isOfThis) {
    throw new NotAllowedError(
      `Approval #${approval.number} does not allow to destroy what belongs to ${entityRef}: it has to be one of this task, for a removal of that entity, and agreed to.`,
    );
  }
  const agreed = requirements.some(
    ({ met, deciders }) =>
      met && deciders.some(decider => destroyApprovers.includes(decider)),
  );
  if (!agreed) {
    throw new NotAllowedError(
      `Nobody of ${destroyApprovers.join(', ')} has agreed in approval #${
        approval.number
      }, and only they may destroy. Let a rule of approvals.rules ask them for removals, or have one of them start this task.`,
    );
  }
}
