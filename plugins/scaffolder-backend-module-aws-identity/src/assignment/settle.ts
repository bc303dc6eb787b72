import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { setTimeout as pause } from 'node:timers/promises';
import type { Assignment, IdentityCenter } from '../client/IdentityCenter';

/** AWS says that a change takes a few minutes at most. */
const LIMIT_MS = 10 * 60_000;

/** Whether the user has been given it, directly. */
export async function isAssigned(
  center: IdentityCenter,
  wanted: Assignment,
): Promise<boolean> {
  const all = await center.assignmentsOf(wanted.userId);
  return all.some(
    one =>
      one.accountId === wanted.accountId &&
      one.permissionSetArn === wanted.permissionSetArn,
  );
}

/**
 * Asks for the change and waits until it has succeeded. Asking again for what is under way or done
 * does no harm; a conflict with an opposite change is waited out.
 *
 * @throws ConflictError with AWS's reason if it fails
 */
export async function settle(
  center: IdentityCenter,
  direction: 'creation' | 'deletion',
  assignment: Assignment,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  const { signal } = options;
  const startedAt = Date.now();
  const isDone = async () =>
    (await isAssigned(center, assignment)) === (direction === 'creation');
  const wait = async () => {
    const elapsed = Date.now() - startedAt;
    if (elapsed > LIMIT_MS) {
      throw new ServiceUnavailableError(
        `AWS has not finished the assignment in ${
          assignment.accountId
        } within ${LIMIT_MS / 60_000} minutes. Run the step again.`,
      );
    }
    await pause(center.pollMs, undefined, { signal }).catch(error => {
      signal?.throwIfAborted();
      throw error;
    });
  };
  const ask = async () => {
    for (;;) {
      try {
        return await center.request(direction, assignment);
      } catch (error) {
        // The opposite is under way: what is there now says nothing about what will be.
        if ((error as Error).name !== 'ConflictError') throw error;
        await wait();
      }
    }
  };
  let progress = await ask();
  while (progress.status === 'IN_PROGRESS') {
    await wait();
    progress = await center.progressOf(direction, progress.requestId);
  }
  // A repeated request can fail because the first one, whose answer was lost, has done it.
  if (progress.status === 'FAILED' && !(await isDone())) {
    throw new ConflictError(
      `AWS could not ${
        direction === 'creation' ? 'make' : 'take away'
      } the assignment in ${assignment.accountId}: ${
        progress.failureReason ?? 'it gives no reason'
      }`,
    );
  }
}
