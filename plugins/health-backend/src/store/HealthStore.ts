import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { commit, type Commit } from './commit';
import { toEntryRow, type EntryRow } from './entryRows';
import type { ProviderRun, StoredVerdict } from './types';

/** How far the stored state has come. */
export interface StoredState {
  revision: number;
  /** Whoever knows an earlier revision has to read all again. */
  removedRevision: number;
  /** ISO 8601 of the newest collection. */
  asOf?: string;
}

/** Keeps what was collected. */
export class HealthStore {
  /** Makes or updates the tables. */
  static async create(database: DatabaseService): Promise<HealthStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@portico/plugin-health-backend',
          'migrations',
        ),
      });
    }
    return new HealthStore(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** For what reads history and events. */
  get knex(): Knex {
    return this.#knex;
  }

  async state(): Promise<StoredState> {
    const row = await this.#knex('health_state').where({ id: 1 }).first();
    return {
      revision: row.revision,
      removedRevision: row.removed_revision,
      asOf: row.as_of ?? undefined,
    };
  }

  async runs(): Promise<Map<string, ProviderRun>> {
    const rows = await this.#knex('health_runs');
    return new Map(rows.map(row => [row.provider, JSON.parse(row.run)]));
  }

  /** Verdicts written after that revision. */
  async verdictsAfter(revision: number): Promise<StoredVerdict[]> {
    const rows = await this.#knex('health_verdicts')
      .where('revision', '>', revision)
      .select('summary', 'recent', 'memory');
    return rows.map(({ summary, recent, memory }) => ({
      summary: JSON.parse(summary),
      ...(recent && { recent: JSON.parse(recent) }),
      memory: JSON.parse(memory),
    }));
  }

  /** What providers said, written after that revision. */
  async entriesAfter(revision: number): Promise<EntryRow[]> {
    const rows = await this.#entries().where('revision', '>', revision);
    return rows.map(toEntryRow);
  }

  /** What all providers said of one entity. */
  async entriesOf(entityRef: string): Promise<EntryRow[]> {
    const rows = await this.#entries().where({
      'health_signals.entity_ref': entityRef,
    });
    return rows.map(toEntryRow);
  }

  #entries() {
    return this.#knex('health_signals')
      .leftJoin('health_evidence', join =>
        join
          .on('health_evidence.provider', 'health_signals.provider')
          .andOn('health_evidence.entity_ref', 'health_signals.entity_ref'),
      )
      .select('health_signals.*', 'health_evidence.evidence');
  }

  /** @returns false if somebody else wrote since `revision` was read; then nothing is written */
  commit(changes: Commit): Promise<boolean> {
    return this.#knex.transaction(trx => commit(trx, changes));
  }

  /** Deletes what ended before `before`, ISO 8601. */
  async prune(before: string): Promise<void> {
    await this.#knex('health_periods').where('until_at', '<', before).delete();
    await this.#knex('health_holes').where('until_at', '<', before).delete();
    await this.#knex('health_events').where('at', '<', before).delete();
  }
}
