import type { RowProblem } from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import type { Source, SourceRole } from '../collect/Source';
import { forgetSource } from './forgetSource';

/** How a source stands, as the table has it. Times are ISO 8601. */
export interface StoredSource {
  id: string;
  title: string;
  kind: 'billed' | 'estimated';
  role: SourceRole;
  position: number;
  restatedDays: number;
  recentAt?: string;
  lastAttempt?: string;
  lastSuccess?: string;
  lastError?: string;
  failures: number;
  notBefore?: string;
  wantedAt?: string;
}

/** Something that was pulled, or will be. Days as numbers. */
export interface StoredSlice {
  id: number;
  fromDay: number;
  toDay: number;
  attempts: number;
}

/** What a pull brought. */
export interface DoneSlice {
  rows: number;
  malformed: number;
  problems: RowProblem[];
  version?: string;
}

/** The first and the last day, as numbers. */
export interface DayRange {
  from: number;
  to: number;
}

/** Days of a slice that fails so often make room for others. */
const PATIENCE = 3;

/** Sources that are configured, and what is to be pulled of them. */
export class SourceStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Makes the table say what the config says. A source that has become something else begins anew. */
  async sync(sources: readonly Source[]): Promise<void> {
    await this.#db.transaction(async trx => {
      const known = await trx('cost_source').select('id', 'role');
      const roles = new Map<string, string>(known.map(it => [it.id, it.role]));
      await trx('cost_source')
        .whereNotIn(
          'id',
          sources.map(({ id }) => id),
        )
        .update({ active: false });
      const gone = trx('cost_source').where({ active: false });
      for (const { id } of await gone.andWhere({ role: 'comparison' })) {
        await forgetSource(trx, id);
      }
      for (const [position, source] of sources.entries()) {
        const { id, role } = source;
        const before = roles.get(id);
        if (before !== undefined && before !== role)
          await forgetSource(trx, id);
        const row = {
          id,
          role,
          position,
          title: source.title,
          kind: source.kind,
          restated_days: source.restatedDays,
          active: true,
        };
        await trx('cost_source').insert(row).onConflict('id').merge();
      }
    });
  }

  async all(): Promise<StoredSource[]> {
    const rows = await this.#db('cost_source')
      .where({ active: true })
      .orderBy('position');
    return rows.map(toSource);
  }

  async one(id: string): Promise<StoredSource | undefined> {
    return (await this.all()).find(it => it.id === id);
  }

  /** Somebody wants it to be asked now. */
  async want(id: string, at: Date): Promise<void> {
    await this.#source(id).update({
      wanted_at: at.toISOString(),
      not_before: null,
    });
  }

  async began(id: string, at: Date): Promise<void> {
    await this.#source(id).update({ last_attempt: at.toISOString() });
  }

  async succeeded(id: string, at: Date): Promise<void> {
    await this.#source(id).update({
      last_success: at.toISOString(),
      last_error: null,
      failures: 0,
      not_before: null,
    });
  }

  async failed(
    id: string,
    { failures, message, notBefore }: FailedAttempt,
  ): Promise<void> {
    await this.#source(id).update({
      failures,
      last_error: message,
      not_before: notBefore.toISOString(),
    });
  }

  /** The newest days, and what was missing, stand on the plan. */
  async recentPlanned(id: string, at: Date): Promise<void> {
    await this.#source(id).update({
      recent_at: at.toISOString(),
      wanted_at: null,
    });
  }

  /** Days that will be asked for. */
  async planned(id: string): Promise<DayRange[]> {
    const slices = await this.#db('cost_slice')
      .where({ source_id: id, state: 'planned' })
      .select('from_day', 'to_day');
    return slices.map(it => ({ from: it.from_day, to: it.to_day }));
  }

  /** Days that are known, or that will be asked for. */
  async covered(id: string): Promise<DayRange[]> {
    const days = await this.#db('cost_day')
      .where({ source_id: id })
      .select('day');
    return [
      ...(await this.planned(id)),
      ...days.map(({ day }) => ({ from: day, to: day })),
    ];
  }

  async plan(
    id: string,
    { from, to }: DayRange,
    purpose: 'backfill' | 'recent',
  ): Promise<void> {
    await this.#db('cost_slice').insert({
      source_id: id,
      from_day: from,
      to_day: to,
      purpose,
      state: 'planned',
    });
  }

  /** What to pull next: the newest days of what is planned, and last what fails again and again. */
  async next(id: string): Promise<StoredSlice | undefined> {
    const row = await this.#db('cost_slice')
      .where({ source_id: id, state: 'planned' })
      .orderByRaw('attempts / ?, to_day DESC, id', [PATIENCE])
      .first();
    return (
      row && {
        id: row.id,
        fromDay: row.from_day,
        toDay: row.to_day,
        attempts: row.attempts,
      }
    );
  }

  /** Counts what an attempt costs before it is made, since it is billed also where it fails. */
  async attempt(
    slice: StoredSlice,
    price: { requests: number; nanos: bigint; currency?: string },
  ): Promise<void> {
    await this.#db('cost_slice')
      .where({ id: slice.id })
      .update({
        attempts: this.#db.raw('attempts + 1'),
        requests: this.#db.raw('requests + ?', [price.requests]),
        price: this.#db.raw('price + ?', [price.nanos as never]),
        price_currency: price.currency ?? null,
      });
  }

  /** Puts what an attempt really cost in the place of what was foretold: so much more, or less. */
  async settle(
    slice: StoredSlice,
    by: { requests: number; nanos: bigint },
  ): Promise<void> {
    await this.#db('cost_slice')
      .where({ id: slice.id })
      .update({
        requests: this.#db.raw('requests + ?', [by.requests]),
        price: this.#db.raw('price + ?', [by.nanos as never]),
      });
  }

  async sliceFailed(slice: StoredSlice, message: string): Promise<void> {
    await this.#db('cost_slice')
      .where({ id: slice.id })
      .update({ error: message });
  }

  /** The newest pull of any of these days, if it was of the very same and under the same version. */
  async hadAlready(
    id: string,
    { fromDay, toDay }: StoredSlice,
    version: string,
  ): Promise<DoneSlice | undefined> {
    const row = await this.#db('cost_slice')
      .where({ source_id: id, state: 'done' })
      .andWhere('to_day', '>=', fromDay)
      .andWhere('from_day', '<=', toDay)
      .orderBy('collected_at', 'desc')
      .orderBy('id', 'desc')
      .first();
    if (
      row?.from_day !== fromDay ||
      row.to_day !== toDay ||
      row.version !== version
    ) {
      return undefined;
    }
    const { rows, malformed, problems } = row;
    return {
      rows: Number(rows),
      malformed,
      problems: problems ? JSON.parse(problems) : [],
      version,
    };
  }

  async sliceDone(
    slice: StoredSlice,
    done: DoneSlice & { at: Date },
  ): Promise<void> {
    await this.#db('cost_slice')
      .where({ id: slice.id })
      .update({
        state: 'done',
        rows: done.rows,
        version: done.version ?? null,
        malformed: done.malformed,
        problems: done.problems.length ? JSON.stringify(done.problems) : null,
        error: null,
        collected_at: done.at.toISOString(),
      });
  }

  #source(id: string) {
    return this.#db('cost_source').where({ id });
  }
}

/** What became of an attempt that failed. */
export interface FailedAttempt {
  /** In a row. */
  failures: number;
  message: string;
  notBefore: Date;
}

function toSource(row: Record<string, never>): StoredSource {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    role: row.role,
    position: row.position,
    restatedDays: row.restated_days,
    recentAt: row.recent_at ?? undefined,
    lastAttempt: row.last_attempt ?? undefined,
    lastSuccess: row.last_success ?? undefined,
    lastError: row.last_error ?? undefined,
    failures: row.failures,
    notBefore: row.not_before ?? undefined,
    wantedAt: row.wanted_at ?? undefined,
  };
}
