import type { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';

/** Runs tasks when the test says so. */
export class HandScheduler {
  readonly #tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();

  readonly factory = mockServices.scheduler.mock({
    scheduleTask: async task => {
      this.#tasks.set(task.id, task);
    },
  }).factory;

  async run(id: string): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) throw new Error(`There is no task ${id}.`);
    await task.fn(new AbortController().signal);
  }
}
