import type { DatabaseService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { CleanupState } from '@portico/plugin-flows-common';
import type { Knex } from 'knex';

/** A clean-up whose heart has not beaten for so long is taken over. */
const STALE_MS = 30_000;

interface Row {
  task_id: string;
  /** `watching`: the task made something and has not ended yet, as far as anyone has looked. */
  state: CleanupState['state'] | 'watching';
  reason: CleanupState['reason'];
  attempts: number;
  started_at: Date | number | string;
  next_attempt_at: Date | number | string | null;
  heartbeat_at: Date | number | string | null;
  finished_at: Date | number | string | null;
}

/** One replica's right to clean up after one task, until it ends or somebody else takes it over. */
export interface Lease {
  taskId: string;
  /** Which try this is, from 1; tells this lease from a later one. */
  attempt: number;
  startedAt: Date;
}

/** How a pass of a clean-up ended. */
export type PassEnd =
  | { state: 'done' | 'incomplete' }
  | { state: 'pending'; nextAttemptAt: Date };

/** The clean-ups of the scaffolder's tasks, in its database. */
export class CleanupStore {
  readonly #knex: Knex;

  static async create(database: DatabaseService): Promise<CleanupStore> {
    return new CleanupStore(await database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Begins clean-ups for watched tasks that failed or were cancelled, and forgets those that need none. */
  async begin(now: Date): Promise<void> {
    const begun = await this.#rows()
      .whereIn('state', ['watching', 'pending'])
      .select('task_id', 'state');
    // The scaffolder's ids are UUIDs to PostgreSQL and ours are text, which it does not join.
    const tasks: { id: string; status: string }[] = await this.#knex('tasks')
      .whereIn(
        'id',
        begun.map(row => row.task_id),
      )
      .select('id', 'status');
    const statuses = new Map(tasks.map(({ id, status }) => [id, status]));
    for (const { task_id: taskId, state } of begun) {
      const status = statuses.get(taskId) ?? '';
      const row = this.#rows().where({ task_id: taskId, state });
      if (state === 'pending') {
        // Somebody retried it in the moment between its end and its clean-up.
        if (['open', 'processing'].includes(status)) {
          await row.update({ state: 'watching' });
        }
      } else if (status === 'completed') {
        await row.delete();
      } else if (['failed', 'cancelled'].includes(status)) {
        await this.#beginOne(taskId, now);
      }
    }
  }

  async #beginOne(taskId: string, now: Date): Promise<void> {
    const watched = this.#rows().where({ task_id: taskId, state: 'watching' });
    if (!(await this.#hasRemovable(taskId))) {
      await watched.delete();
      return;
    }
    await watched.update({
      state: 'pending',
      reason: await this.#reason(taskId),
      started_at: now,
      next_attempt_at: now,
    });
  }

  /** Takes up to `limit` clean-ups that are due, or whose replica died. */
  async claim(now: Date, limit: number): Promise<Lease[]> {
    const isFree = (query: Knex.QueryBuilder) =>
      query
        .where(due =>
          due.where({ state: 'pending' }).where('next_attempt_at', '<=', now),
        )
        .orWhere(stale =>
          stale
            .where({ state: 'running' })
            .where('heartbeat_at', '<', new Date(now.getTime() - STALE_MS)),
        );
    const free = await this.#rows()
      .where(isFree)
      .orderBy('next_attempt_at')
      .limit(limit);
    const leases: Lease[] = [];
    for (const { task_id: taskId, attempts, started_at } of free) {
      const attempt = attempts + 1;
      const taken = await this.#rows()
        .where({ task_id: taskId, attempts })
        .where(isFree)
        .update({ state: 'running', attempts: attempt, heartbeat_at: now });
      if (taken === 1) {
        leases.push({ taskId, attempt, startedAt: new Date(started_at) });
      }
    }
    return leases;
  }

  /** @throws ConflictError where another replica has taken the clean-up over, or the task runs again */
  async beat({ taskId, attempt }: Lease): Promise<void> {
    const beaten = await this.#rows()
      .where({ task_id: taskId, attempts: attempt, state: 'running' })
      .whereExists(
        this.#knex('tasks')
          .where({ id: taskId, status: 'failed' })
          .select('id'),
      )
      .update({ heartbeat_at: new Date() });
    if (beaten !== 1) {
      throw new ConflictError(
        `The clean-up of task ${taskId} was taken over, or the task runs again.`,
      );
    }
  }

  async end({ taskId, attempt }: Lease, end: PassEnd): Promise<void> {
    await this.#rows()
      .where({ task_id: taskId, attempts: attempt, state: 'running' })
      .update({
        state: end.state,
        next_attempt_at: end.state === 'pending' ? end.nextAttemptAt : null,
        finished_at: end.state === 'pending' ? null : new Date(),
      });
  }

  /** The clean-up of a task; `undefined` if none began. */
  async find(taskId: string): Promise<CleanupState | undefined> {
    const row = await this.#rows().where({ task_id: taskId }).first();
    return row && toState(row);
  }

  /**
   * Lets a clean-up be tried at once; one that runs goes on.
   *
   * @throws ConflictError where the task has not failed, so that there is nothing to clean up
   */
  async runAgain(taskId: string): Promise<CleanupState> {
    const now = new Date();
    await this.begin(now);
    await this.#rows()
      .where({ task_id: taskId })
      .whereIn('state', ['pending', 'done', 'incomplete'])
      .update({
        state: 'pending',
        started_at: now,
        next_attempt_at: now,
        finished_at: null,
      });
    const found = await this.find(taskId);
    if (!found) {
      throw new ConflictError(
        `Task ${taskId} has no clean-up: it still runs, ended well, or made nothing.`,
      );
    }
    return found;
  }

  #rows() {
    return this.#knex<Row>('portico_cleanups');
  }

  async #hasRemovable(taskId: string): Promise<boolean> {
    const row = await this.#knex('portico_ledger')
      .where({ task_id: taskId })
      .whereIn('outcome', ['making', 'made'])
      .whereNotNull('remover')
      .first('id');
    return row !== undefined;
  }

  /** A cancelled task ends as failed; that it was cancelled is an event of its own. */
  async #reason(taskId: string): Promise<CleanupState['reason']> {
    const event = await this.#knex('task_events')
      .where({ task_id: taskId, event_type: 'cancelled' })
      .first('id');
    return event ? 'cancelled' : 'failed';
  }
}

function toState(row: Row): CleanupState | undefined {
  if (row.state === 'watching') return undefined;
  const iso = (time: Row['started_at']) => new Date(time).toISOString();
  return {
    taskId: row.task_id,
    state: row.state,
    reason: row.reason,
    attempts: row.attempts,
    startedAt: iso(row.started_at),
    ...(row.state === 'pending' && row.next_attempt_at
      ? { nextAttemptAt: iso(row.next_attempt_at) }
      : {}),
    ...(row.finished_at ? { finishedAt: iso(row.finished_at) } : {}),
  };
}
