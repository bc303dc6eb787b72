import {
  restoreWorkspace,
  serializeWorkspace,
  type WorkspaceProvider,
} from '@backstage/plugin-scaffolder-node/alpha';
import type { Knex } from 'knex';

/** Keeps the files of running tasks beside the tasks. */
export class DatabaseWorkspaceProvider implements WorkspaceProvider {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async serializeWorkspace(options: {
    path: string;
    taskId: string;
  }): Promise<void> {
    const { contents } = await serializeWorkspace(options);
    await this.#knex('portico_workspaces')
      .insert({ task_id: options.taskId, contents })
      .onConflict('task_id')
      .merge();
  }

  async rehydrateWorkspace(options: {
    taskId: string;
    targetPath: string;
  }): Promise<void> {
    const row = await this.#knex('portico_workspaces')
      .where({ task_id: options.taskId })
      .first('contents');
    if (row) {
      await restoreWorkspace({
        path: options.targetPath,
        buffer: row.contents,
      });
    }
  }

  async cleanWorkspace(options: { taskId: string }): Promise<void> {
    await this.#knex('portico_workspaces')
      .where({ task_id: options.taskId })
      .del();
  }
}
