import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type {
  SourceCheck,
  SourceCoverage,
  SourceStatus,
} from '@portico/plugin-sources-common';
import type { SourceReport } from '@portico/plugin-sources-node';
import type { Knex } from 'knex';
import { stateOf } from '../checkSource';

const DAY_MS = 86_400_000;

/** What is kept of a source. */
export type Standing = Required<Pick<SourceStatus, 'state' | 'since'>> &
  Pick<SourceStatus, 'lastSuccess' | 'check'>;

interface CheckRow {
  source: string;
  state: SourceStatus['state'];
  since: string;
  last_success: string | null;
  found: string;
}

interface CoverageRow {
  source: string;
  by: string;
  at: string;
  coverage: string;
}

/** Keeps the newest check of each source, and the newest report by each plugin, for all replicas. */
export class SourceStore {
  readonly #knex: Knex;

  /** Makes or updates the tables. */
  static async create(database: DatabaseService): Promise<SourceStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@portico/plugin-sources-backend',
          'migrations',
        ),
      });
    }
    return new SourceStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By id of the source. */
  async standings(): Promise<Map<string, Standing>> {
    const rows: CheckRow[] = await this.#knex('source_checks');
    return new Map(rows.map(row => [row.source, toStanding(row)]));
  }

  /** Undefined before the first check. */
  async standing(source: string): Promise<Standing | undefined> {
    const row: CheckRow | undefined = await this.#knex('source_checks')
      .where({ source })
      .first();
    return row && toStanding(row);
  }

  /** Keeps a check; `since` moves only where the state differs from that of `before`. */
  async keepCheck(
    source: string,
    check: SourceCheck,
    before: Standing | undefined,
  ): Promise<Standing> {
    const state = stateOf(check);
    const since = before?.state === state ? before.since : check.at;
    const lastSuccess = state === 'reachable' ? check.at : before?.lastSuccess;
    const row: CheckRow = {
      source,
      state,
      since,
      last_success: lastSuccess ?? null,
      found: JSON.stringify(check),
    };
    await this.#knex('source_checks').insert(row).onConflict('source').merge();
    return { state, since, lastSuccess, check };
  }

  /** By id of the source. */
  async coverage(): Promise<Map<string, SourceCoverage[]>> {
    const rows: CoverageRow[] = await this.#knex('source_coverage').orderBy(
      'by',
    );
    const found = new Map<string, SourceCoverage[]>();
    for (const { source, coverage } of rows) {
      found.set(source, [...(found.get(source) ?? []), JSON.parse(coverage)]);
    }
    return found;
  }

  async keepReports(reports: SourceReport[]): Promise<void> {
    for (const { source, by, at, asked, answered, message } of reports) {
      const coverage: SourceCoverage = {
        at: at.toISOString(),
        by,
        asked,
        answered,
        message,
      };
      await this.#knex('source_coverage')
        .insert({
          source,
          by,
          at: coverage.at,
          coverage: JSON.stringify(coverage),
        })
        .onConflict(['source', 'by'])
        .merge();
    }
  }

  /** Forgets checks of what is no longer configured, and reports of a day ago: whoever asked asks no more. */
  async keepOnly(sources: string[]): Promise<void> {
    await this.#knex('source_checks').whereNotIn('source', sources).delete();
    const dayAgo = new Date(Date.now() - DAY_MS).toISOString();
    await this.#knex('source_coverage').where('at', '<', dayAgo).delete();
  }
}

function toStanding({ state, since, last_success, found }: CheckRow): Standing {
  return {
    state,
    since,
    lastSuccess: last_success ?? undefined,
    check: JSON.parse(found),
  };
}
