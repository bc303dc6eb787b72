import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { FlowLedger, Remover } from '@portico/plugin-flows-node';
import type { AwsIdentity } from '../client/AwsIdentity';
import type { IdentityCenter } from '../client/IdentityCenter';
import { markedProfileUrl, readTaskMark } from './taskMark';

const AWS_USER_REMOVER = 'aws:identity-store-user';

/** Where no SCIM brings people: makes the user, or takes the one that is there. @returns the user's id */
export async function ensureUser(options: {
  ctx: Pick<ActionContext<JsonObject>, 'task' | 'step' | 'isDryRun' | 'logger'>;
  ledger: FlowLedger;
  center: IdentityCenter;
  portalUrl: string;
  user: { userName: string; givenName: string; familyName: string };
}): Promise<string> {
  const { ctx, ledger, center, portalUrl, user } = options;
  const { userName } = user;
  const taskId = ctx.task.id;
  const thing = { kind: 'AWS user', name: userName };
  const find = async () => {
    const userId = await center.store.findUser(userName);
    if (!userId) return undefined;
    const mark = readTaskMark(await center.store.profileUrlOf(userId));
    return { userId, isOurs: mark === taskId };
  };
  const found = await find();
  if (found && !found.isOurs) {
    await ledger.note(ctx, 'kept', { ...thing, ifItFails: 'left alone' });
    ctx.logger.info(`AWS user ${userName}: already there; nothing changed`);
    return found.userId;
  }
  const { userId } = await ledger.ensure(
    ctx,
    {
      ...thing,
      ifItFails: 'deleted',
      remover: { id: AWS_USER_REMOVER, params: { userName } },
    },
    async () => {
      if (found) return { userId: found.userId, created: true };
      const profileUrl = markedProfileUrl(portalUrl, taskId);
      const made = await center.store
        .createUser({ ...user, profileUrl })
        .catch(async error => {
          // The answer to an attempt that made them may have been lost, so that the next one was refused.
          const now = await find();
          if (now?.isOurs) return now.userId;
          throw error;
        });
      ctx.logger.info(`AWS user ${userName}: not there, made`);
      return { userId: made, created: true };
    },
  );
  return userId;
}

/** Deletes a user that a task made, found by the task's mark. */
export function createUserRemover(aws: AwsIdentity): Remover {
  return {
    id: AWS_USER_REMOVER,
    remove: ({ taskId, params }, { signal }) =>
      aws.use(signal, async center => {
        const { userName } = params as { userName: string };
        const userId = await center.store.findUser(userName);
        if (!userId) return 'absent';
        const mark = readTaskMark(await center.store.profileUrlOf(userId));
        if (mark !== taskId) return 'foreign';
        await center.store.deleteUser(userId);
        return 'removed';
      }),
  };
}
