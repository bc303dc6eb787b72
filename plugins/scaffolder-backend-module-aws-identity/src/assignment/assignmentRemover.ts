import type { Remover } from '@portico/plugin-flows-node';
import type { AwsIdentity } from '../client/AwsIdentity';
import type { Assignment } from '../client/IdentityCenter';
import { isAssigned, settle } from './settle';

export const ASSIGNMENT_REMOVER = 'aws:account-assignment';

/** Takes away an assignment that a task made. */
export function createAssignmentRemover(aws: AwsIdentity): Remover {
  return {
    id: ASSIGNMENT_REMOVER,
    remove: ({ params }, { signal }) =>
      aws.use(signal, async center => {
        const { accountId, permissionSetArn, userId } = params as Record<
          string,
          string
        >;
        const assignment: Assignment = { accountId, permissionSetArn, userId };
        // One that is being made right now shows up only when it is done, so deletion is asked for in any case.
        const wasThere = await isAssigned(center, assignment);
        await settle(center, 'deletion', assignment, { signal });
        return wasThere ? 'removed' : 'absent';
      }),
  };
}
