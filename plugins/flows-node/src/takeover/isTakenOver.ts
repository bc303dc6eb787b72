import { TaskTakenOverError } from './TaskTakenOverError';

/**
 * True where a signal aborted since another replica goes on with the task: what this one started
 * elsewhere belongs to that one then, and must be neither stopped nor withdrawn.
 *
 * @param signal that of the action's context, or one made from it
 */
export function isTakenOver(signal: AbortSignal | undefined): boolean {
  return signal?.reason instanceof TaskTakenOverError;
}
