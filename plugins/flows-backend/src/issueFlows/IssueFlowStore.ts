import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** A flow that a label started, or would have. `refused`: no task came of it. */
export interface IssueRun {
  id: number;
  repository: string;
  issue: number;
  state: 'starting' | 'running' | 'ended' | 'refused';
  startedBy: string;
  taskId?: string;
  commentId?: string;
  /** Text of the comment as it stands. */
  comment?: string;
  createdAt: Date;
}

interface Row {
  id: number;
  repository: string;
  issue: number;
  label_event: string;
  state: IssueRun['state'];
  started_by: string;
  task_id: string | null;
  comment_id: string | null;
  comment: string | null;
  created_at: Date | string | number;
}

/** Remembers which setting of a label started what, so that none starts anything twice. */
export class IssueFlowStore {
  readonly #knex: Knex;

  static async create(database: DatabaseService): Promise<IssueFlowStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@portico/plugin-flows-backend',
          'migrations',
        ),
      });
    }
    return new IssueFlowStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Begins a run, or returns `undefined` if this setting of the label has one already. */
  async begin(run: {
    repository: string;
    issue: number;
    labelEvent: string;
    startedBy: string;
  }): Promise<IssueRun | undefined> {
    const key = {
      repository: run.repository,
      issue: run.issue,
      label_event: run.labelEvent,
    };
    const [inserted] = await this.#knex<Row>('issue_flows')
      .insert({
        ...key,
        state: 'starting',
        started_by: run.startedBy,
        created_at: new Date(),
      })
      .onConflict(['repository', 'issue', 'label_event'])
      .ignore()
      .returning('id');
    if (!inserted) return undefined;
    const row = await this.#knex<Row>('issue_flows').where(key).first();
    return row && toRun(row);
  }

  async update(
    id: number,
    change: Partial<
      Pick<IssueRun, 'state' | 'taskId' | 'commentId' | 'comment'>
    >,
  ): Promise<void> {
    await this.#knex<Row>('issue_flows')
      .where({ id })
      .update({
        ...(change.state ? { state: change.state } : {}),
        ...(change.taskId ? { task_id: change.taskId } : {}),
        ...(change.commentId ? { comment_id: change.commentId } : {}),
        ...(change.comment ? { comment: change.comment } : {}),
      });
  }

  /** Runs that have not come to their end. */
  async open(): Promise<IssueRun[]> {
    const rows = await this.#knex<Row>('issue_flows')
      .whereIn('state', ['starting', 'running'])
      .orderBy('id');
    return rows.map(toRun);
  }
}

function toRun(row: Row): IssueRun {
  return {
    id: row.id,
    repository: row.repository,
    issue: row.issue,
    state: row.state,
    startedBy: row.started_by,
    createdAt: new Date(row.created_at),
    ...(row.task_id ? { taskId: row.task_id } : {}),
    ...(row.comment_id ? { commentId: row.comment_id } : {}),
    ...(row.comment ? { comment: row.comment } : {}),
  };
}
