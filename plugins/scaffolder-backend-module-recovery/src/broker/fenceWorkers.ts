import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { StockTaskStore } from './stockBroker';

/**
 * Changes the scaffolder's task store so that one worker alone speaks for a task: one that stood still
 * for so long that another took its task over is refused when it wakes up, instead of both going on.
 *
 * @param options.onLost called with the task that this worker lost; has to stop running it
 */
export function fenceWorkers<T extends StockTaskStore>(
  store: T,
  options: { knex: Knex; onLost: (taskId: string) => void; worker?: string },
): T {
  const { knex, onLost, worker = randomUUID() } = options;
  const check = async (taskId: string) => {
    const claim = await knex('portico_claims')
      .where({ task_id: taskId })
      .first('worker');
    if (claim?.worker === worker) return;
    onLost(taskId);
    throw new ConflictError(
      `Task ${taskId} was taken over by another replica of Portico; this one stops running it.`,
    );
  };

  const { claimTask, heartbeatTask, saveTaskState, completeTask } = store;
  store.claimTask = async () => {
    const task = await claimTask.call(store);
    if (task) {
      await knex('portico_claims')
        .insert({ task_id: task.id, worker })
        .onConflict('task_id')
        .merge();
    }
    return task;
  };
  store.heartbeatTask = async taskId => {
    await check(taskId);
    await heartbeatTask.call(store, taskId);
  };
  store.saveTaskState = async state => {
    await check(state.taskId);
    await saveTaskState.call(store, state);
  };
  store.completeTask = async completion => {
    await check(completion.taskId);
    await completeTask.call(store, completion);
    await knex('portico_claims').where({ task_id: completion.taskId }).del();
  };
  return store;
}
