import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { PART_OF, type LedgerRow } from '@portico/plugin-flows-common';
import type { Knex } from 'knex';
import type { FlowLedger, LedgerContext, LedgerThing } from './FlowLedger';

interface Row {
  id: number;
  task_id: string;
  step_id: string;
  outcome: LedgerRow['outcome'];
  kind: string;
  name: string;
  url: string | null;
  if_it_fails: string;
  command: string | null;
  remover: string | null;
  params: string | null;
  message: string | null;
  at: string | number | Date;
}

/** Keeps the ledger beside the scaffolder's own tables. */
export class DatabaseFlowLedger implements FlowLedger {
  readonly #knex: Knex;

  static async create(database: DatabaseService): Promise<DatabaseFlowLedger> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@portico/plugin-flows-node',
          'migrations',
        ),
        tableName: 'portico_flows_migrations',
      });
    }
    return new DatabaseFlowLedger(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async ensure<T extends { created: boolean; url?: string }>(
    ctx: LedgerContext,
    thing: LedgerThing,
    work: () => Promise<T>,
  ): Promise<T> {
    if (ctx.isDryRun) return work();
    await this.#write(ctx, 'making', thing, 'keep');
    const result = await work();
    await this.#write(
      ctx,
      result.created ? 'made' : 'kept',
      {
        ...thing,
        url: result.url ?? thing.url,
        ...(result.created ? {} : { ifItFails: 'left alone' }),
      },
      'overwrite',
    );
    return result;
  }

  async note(
    ctx: LedgerContext,
    outcome: 'making' | 'made' | 'changed' | 'kept' | 'removed',
    thing: Omit<LedgerThing, 'remover'>,
  ): Promise<void> {
    if (ctx.isDryRun) return;
    await this.#write(ctx, outcome, thing, 'overwrite');
  }

  async list(taskId: string): Promise<LedgerRow[]> {
    const rows = await this.#knex<Row>('portico_ledger')
      .where({ task_id: taskId })
      .orderBy('id');
    return rows.map(toLedgerRow);
  }

  /** Writes the outcome of a clean-up, with the reason where it failed. */
  async settle(
    rowId: number,
    outcome: 'removed' | 'kept' | 'failed',
    message?: string,
  ): Promise<void> {
    await this.#knex<Row>('portico_ledger')
      .where({ id: rowId })
      .update({ outcome, message: message ?? null, at: new Date() });
  }

  /** Takes a row out: what it speaks of never came into being. */
  async forget(rowId: number): Promise<void> {
    await this.#knex<Row>('portico_ledger').where({ id: rowId }).delete();
  }

  async #write(
    ctx: LedgerContext,
    outcome: LedgerRow['outcome'],
    thing: LedgerThing,
    ifThere: 'keep' | 'overwrite',
  ): Promise<void> {
    const remover =
      thing.remover ??
      (thing.partOf && { id: PART_OF, params: { ...thing.partOf } });
    await this.#watch(ctx.task.id);
    const insert = this.#knex<Row>('portico_ledger')
      .insert({
        task_id: ctx.task.id,
        step_id: ctx.step?.id ?? '',
        outcome,
        kind: thing.kind,
        name: thing.name,
        url: thing.url ?? null,
        if_it_fails: thing.ifItFails,
        command: thing.command ?? null,
        remover: remover?.id ?? null,
        params: remover ? JSON.stringify(remover.params) : null,
        message: null,
        at: new Date(),
      })
      .onConflict(['task_id', 'kind', 'name']);
    // What this task made before a restart stays made while its step looks again.
    await (ifThere === 'keep' ? insert.ignore() : insert.merge());
  }

  /** Lets the clean-up worker know of the task before there is anything to remove. */
  async #watch(taskId: string): Promise<void> {
    await this.#knex('portico_cleanups')
      .insert({
        task_id: taskId,
        state: 'watching',
        reason: 'failed',
        attempts: 0,
        started_at: new Date(),
      })
      .onConflict('task_id')
      .ignore();
  }
}

function toLedgerRow(row: Row): LedgerRow {
  return {
    id: row.id,
    taskId: row.task_id,
    stepId: row.step_id,
    outcome: row.outcome,
    kind: row.kind,
    name: row.name,
    ifItFails: row.if_it_fails,
    at: new Date(row.at).toISOString(),
    ...(row.url ? { url: row.url } : {}),
    ...(row.command ? { command: row.command } : {}),
    ...(row.message ? { message: row.message } : {}),
    ...(row.remover
      ? {
          remover: row.remover,
          params: JSON.parse(row.params ?? '{}') as JsonObject,
        }
      : {}),
  };
}
