import type { Claim } from './Claim';
import type { StockTaskContext, StockTaskStore } from './stockBroker';

/**
 * Changes a claimed task so that its run alone speaks for it: a run that stood still for so long that
 * another took the task over is refused when it wakes up, instead of both going on.
 */
export function fenceTask(
  task: StockTaskContext,
  claim: Claim,
  store: StockTaskStore,
): StockTaskContext {
  task.storage = {
    getTaskState: options => store.getTaskState(options),
    heartbeatTask: () => claim.beat(store),
    saveTaskState: async options => {
      await claim.check();
      await store.saveTaskState(options);
    },
    emitLogEvent: async options => {
      // Nobody waits for what a logger writes: an error would reach no one.
      if (await claim.isOurs()) await store.emitLogEvent(options);
    },
    completeTask: async options => {
      await claim.check();
      await store.completeTask(options);
      await claim.drop();
    },
  };

  const serialize = task.serializeWorkspace?.bind(task);
  task.serializeWorkspace = async options => {
    // The old files of a lost task would take the place of those of the run that goes on.
    if (await claim.isOurs()) await serialize?.(options);
  };

  const complete = task.complete.bind(task);
  task.complete = async (...args) => {
    try {
      await complete(...args);
    } finally {
      claim.end();
    }
  };
  return task;
}
