import type { DaySlice } from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import { addDays, dayNumber, dayOf, dayText } from '../store/days';
import type { DayRange, SourceStore, StoredSource } from '../store/SourceStore';
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
    const now = this.#now();
    const today = dayOf(now);
    const to = addDays(today, -1);
    const from = monthsBefore(today, this.#pace.backfillMonths - 1);
    const covered = await this.#store.covered(source.id);
    await this.#store.plan(
      source.id,
      slicesOf(uncovered({ from, to }, covered), source.sliceDays).map(
        toNumbers,
      ),
    );
    if (!this.#isDue(known, now)) return;
    // What is planned just now is new enough.
    const planned = await this.#store.planned(source.id);
    const open = addDays(today, -Math.max(1, source.restatedDays));
    const gaps = await missingDays(this.#db, source.id);
    const days = [
      ...gaps.map(dayText).filter(day => day < open),
      ...uncovered({ from: open, to }, []),
    ].filter(day => !planned.some(it => holds(it, day)));
    await this.#store.plan(
      source.id,
      slicesOf(days, source.sliceDays).map(toNumbers),
      'recent',
    );
    await this.#store.recentPlanned(source.id, now);
  }

  #isDue({ wantedAt, recentAt }: StoredSource, now: Date): boolean {
    if (wantedAt !== undefined || recentAt === undefined) return true;
    const since = now.getTime() - Date.parse(recentAt);
    return since >= this.#pace.everyHours * HOUR_MS;
  }
}

function toNumbers({ from, to }: DaySlice): DayRange {
  return { from: dayNumber(from), to: dayNumber(to) };
}

function holds({ from, to }: DayRange, day: string): boolean {
  const number = dayNumber(day);
  return from <= number && number <= to;
}
