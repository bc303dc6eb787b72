import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { TaskTakenOverError } from '@portico/plugin-flows-node';
import type { Knex } from 'knex';

/** For so long a claim that was looked at is believed: far shorter than the silence that loses a task. */
const BELIEVED_MS = 2_000;

/** The right of one run to speak for its task, until the task ends or another run claims it. */
export class Claim {
  readonly taskId: string;
  /** Resolves once the run has ended, however it did. */
  readonly ended: Promise<void>;
  readonly #knex: Knex;
  readonly #controller: AbortController;
  readonly #id = randomUUID();
  #seenAt = performance.now();
  #end = () => {};

  /** Claims a task, whoever had it; `controller` stops this run when it loses the task. */
  static async take(options: {
    knex: Knex;
    taskId: string;
    controller: AbortController;
  }): Promise<Claim> {
    const claim = new Claim(options);
    await claim
      .#rows()
      .insert({ task_id: claim.taskId, worker: claim.#id })
      .onConflict('task_id')
      .merge();
    return claim;
  }

  private constructor(options: {
    knex: Knex;
    taskId: string;
    controller: AbortController;
  }) {
    this.#knex = options.knex;
    this.taskId = options.taskId;
    this.#controller = options.controller;
    this.ended = new Promise(resolve => {
      this.#end = resolve;
    });
  }

  /** @throws TaskTakenOverError if another run has claimed the task, or it has ended */
  async check(): Promise<void> {
    const { taskId } = this;
    const claim = await this.#rows().where({ task_id: taskId }).first('worker');
    if (claim?.worker !== this.#id) throw this.lose();
    this.#seenAt = performance.now();
  }

  /** As `check`, from what was seen a moment ago where there is something. */
  async isOurs(): Promise<boolean> {
    if (this.#controller.signal.reason instanceof TaskTakenOverError) {
      return false;
    }
    if (performance.now() - this.#seenAt < BELIEVED_MS) return true;
    try {
      await this.check();
      return true;
    } catch (error) {
      if (error instanceof TaskTakenOverError) return false;
      throw error;
    }
  }

  /**
   * Gives a sign of life through the scaffolder's store.
   *
   * @throws TaskTakenOverError also where the task was given up as abandoned and nobody has it yet
   */
  async beat(store: {
    heartbeatTask(taskId: string): Promise<void>;
  }): Promise<void> {
    await this.check();
    try {
      await store.heartbeatTask(this.taskId);
    } catch (error) {
      if ((error as Error).name !== ConflictError.name) throw error;
      throw this.lose();
    }
  }

  /** Stops the run, and returns what tells why. */
  lose(): TaskTakenOverError {
    const error = new TaskTakenOverError(this.taskId);
    this.#controller.abort(error);
    return error;
  }

  /** Gives the claim up: the task has ended. */
  async drop(): Promise<void> {
    await this.#rows().where({ task_id: this.taskId, worker: this.#id }).del();
  }

  /** Says that the run has ended. */
  end(): void {
    this.#end();
  }

  #rows() {
    return this.#knex('portico_claims');
  }
}
