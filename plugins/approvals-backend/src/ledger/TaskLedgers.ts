import { NotFoundError, ResponseError } from '@backstage/errors';
import type { TaskLedger } from '@portico/plugin-approvals-common';
import { askPlugin, type PluginAccess } from '@portico/plugin-flows-node';

const TIMEOUT_MS = 10_000;

/**
 * Asks the scaffolder what a task has done, in the name of this plugin: whoever decides on an approval has to
 * know it, and may not read other people's tasks.
 */
export class TaskLedgers {
  readonly #access: PluginAccess;

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  /**
   * @throws NotFoundError if the task is no longer kept
   * @throws ResponseError if the scaffolder fails
   */
  async of(taskId: string): Promise<TaskLedger> {
    const response = await askPlugin(this.#access, {
      pluginId: 'scaffolder',
      path: `/portico/tasks/${encodeURIComponent(taskId)}/ledger`,
      timeoutMs: TIMEOUT_MS,
    });
    if (response.status === 404) {
      throw new NotFoundError(`The scaffolder no longer knows task ${taskId}.`);
    }
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
