import type { DaySlice } from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import { addDays, dayNumber, dayOf, dayText } from '../store/days';
import type { SourceStore, StoredSource } from '../store/SourceStore';
import { missingDays } from './missingDays';
import { monthsBefore, slicesOf, uncovered } from './planSlices';
import type { Source } from './Source';

const HOUR_MS = 3_600_000;

/** Says which days of a source are to be pulled, and remembers it. A day is pulled when it is over. */
export class Planner {
  readonly #db: Knex;
  readonly #store: SourceStore;
  readonly #now: () => Date;
  readonly #pace: { backfillMonths: number; everyHours: number };

  constructor(options: {
    db: Knex;
    store: SourceStore;
    now: () => Date;
    config: { backfillMonths: number; everyHours: number };
  }) {
    this.#db = options.db;
    this.#store = options.store;
    this.#now = options.now;
    this.#pace = options.config;
  }

  /** Plans the days that were never pulled; every few hours also the newest, which may have changed, and missing ones. */
  async plan(source: Source, known: StoredSource): Promise<void> {
    const { id, restatedDays, sliceDays } = source;
    const now = this.#now();
    const today = dayOf(now);
    const to = addDays(today, -1);
    const from = monthsBefore(today, this.#pace.backfillMonths - 1);
    const open = addDays(today, -Math.max(1, restatedDays));
    const fresh = uncovered({ from, to }, await this.#store.covered(id));
    const isDue = this.#isDue(known, now);
    const wanted = isDue ? await this.#wanted(id, { from: open, to }) : [];
    const begun = known.recentAt !== undefined;
    const days = new Set([
      // Those that are new are asked for together with those that may have changed.
      ...fresh.filter(day => isDue || day < open),
      ...wanted.filter(day => day >= from),
    ]);
    for (const slice of slicesOf([...days].sort(), sliceDays)) {
      await this.#store.plan(
        id,
        { from: dayNumber(slice.from), to: dayNumber(slice.to) },
        begun && slice.to >= open ? 'recent' : 'backfill',
      );
    }
    if (isDue) await this.#store.recentPlanned(id, now);
  }

  /** Days that may have changed, and missing ones, as far as they are not on the plan. */
  async #wanted(id: string, recent: DaySlice): Promise<string[]> {
    const planned = await this.#store.planned(id);
    const missing = await missingDays(this.#db, id);
    const gaps = missing
      .filter(day => !planned.some(it => it.from <= day && day <= it.to))
      .map(dayText);
    return [...gaps, ...uncovered(recent, planned)];
  }

  #isDue({ wantedAt, recentAt }: StoredSource, now: Date): boolean {
    if (wantedAt !== undefined || recentAt === undefined) return true;
    const since = now.getTime() - Date.parse(recentAt);
    return since >= this.#pace.everyHours * HOUR_MS;
  }
}
