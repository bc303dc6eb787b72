import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { CostConfig } from '../config/CostConfig';
import { breathe } from '../collect/breathe';
import { monthsBefore } from '../collect/planSlices';
import { dayNumber, dayOf, dayText } from '../store/days';
import type { SourceStore } from '../store/SourceStore';
import type { CostSubjects } from '../subjects/CostSubjects';
import { attributeDay } from './attributeDay';
import { basisOf, type Basis } from './Basis';
import { convertComparisons } from './comparisons';
import { DayReader } from './DayReader';
import { LineNumbers } from './LineNumbers';
import { outcomeDigest } from './outcomeDigest';
import { writeDay } from './writeDay';

/** Days that are looked up at a time; newer ones that come up meanwhile go first then. */
const BATCH = 10;
/** Days that were attributed with another catalog or config wait until these have been the same for so long. */
const SETTLED_MS = 30_000;

interface DirtyDay {
  day: number;
  written: number;
  attributed: number;
  outcome?: string;
}

/** Says who pays the days that have changed, newest first; and all days again when the catalog, rules or rates have. */
export class Attributor {
  readonly #db: Knex;
  readonly #config: CostConfig;
  readonly #subjects: CostSubjects;
  readonly #store: SourceStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #reader: DayReader;
  readonly #numbers: LineNumbers;
  readonly #listeners: ((days: string[]) => void)[] = [];
  #seen?: { fingerprint: string; since: number };
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: {
    db: Knex;
    config: CostConfig;
    subjects: CostSubjects;
    store: SourceStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#db = options.db;
    this.#config = options.config;
    this.#subjects = options.subjects;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#reader = new DayReader(options.db);
    this.#numbers = new LineNumbers(options.db);
  }

  /** Told when days are paid differently from before, `YYYY-MM-DD`. */
  onDays(listener: (days: string[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Attributes what has changed. Runs of one process follow each other. */
  run(signal?: AbortSignal): Promise<void> {
    const run = this.#running.then(() => this.#run(signal));
    this.#running = run.catch(() => undefined);
    return run;
  }

  /**
   * Whether all days since then are attributed with the catalog and the rules as they are now: what is found in them is
   * not about to change.
   *
   * @param since `YYYY-MM-DD`
   */
  async isCurrent(since: string): Promise<boolean> {
    const { fingerprint } = await this.#basis();
    const other = await this.#db('cost_ledger')
      .where('day', '>=', dayNumber(since))
      .whereRaw('(attributed <> written OR attributed_with <> ?)', [
        fingerprint,
      ])
      .first('day');
    return other === undefined;
  }

  async #basis(): Promise<Basis> {
    return basisOf(
      this.#config,
      await this.#subjects.catalog(),
      await this.#store.all(),
    );
  }

  async #run(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted) {
      const basis = await this.#basis();
      const settled = this.#isSettled(basis);
      // A catalog without components is one that is not filled yet: systems and resources may come from files before.
      const filled = basis.subjects.some(({ entityRef }) =>
        entityRef.startsWith('component:'),
      );
      if (!filled && !settled) return;
      const began = performance.now();
      const days = await this.#dirty(basis, settled);
      if (!days.length) return;
      await this.#attributeAll(days, basis, signal);
      if (days.length < BATCH) return;
      // What lies further back has time: pages are answered in between.
      const newest = monthsBefore(dayOf(this.#now()), 1);
      if (dayText(days[0].day) < newest) {
        const { backfillShare } = this.#config;
        await breathe(performance.now() - began, backfillShare, signal);
      }
    }
  }

  async #attributeAll(
    days: readonly DirtyDay[],
    basis: Basis,
    signal?: AbortSignal,
  ): Promise<void> {
    const began = performance.now();
    const changed: string[] = [];
    for (const day of days) {
      if (signal?.aborted) break;
      if (await this.#attribute(day, basis)) changed.push(dayText(day.day));
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const [newest, oldest] = [days[0], days.at(-1)!];
    this.#logger.info(
      `Said who pays for ${days.length} days from ${dayText(
        oldest.day,
      )} to ${dayText(newest.day)}, ${
        changed.length
      } of them anew, in ${seconds} s`,
    );
    if (!changed.length) return;
    for (const listener of this.#listeners) listener(changed);
  }

  /** A catalog that is being filled changes with each look. */
  #isSettled({ fingerprint }: Basis): boolean {
    const now = this.#now().getTime();
    if (this.#seen?.fingerprint !== fingerprint) {
      this.#seen = { fingerprint, since: now };
    }
    return now - this.#seen.since >= SETTLED_MS;
  }

  async #dirty(basis: Basis, settled: boolean): Promise<DirtyDay[]> {
    const rows: (Omit<DirtyDay, 'outcome'> & { outcome: string | null })[] =
      await this.#db('cost_ledger')
        .whereRaw('attributed <> written')
        .modify(query => {
          if (settled) {
            query.orWhere('attributed_with', '<>', basis.fingerprint);
          }
        })
        .orderBy('day', 'desc')
        .limit(BATCH)
        .select('day', 'written', 'attributed', 'outcome');
    return rows.map(it => ({ ...it, outcome: it.outcome ?? undefined }));
  }

  /** @returns whether it is paid differently from before */
  async #attribute(
    { day, written, attributed, outcome: before = '' }: DirtyDay,
    basis: Basis,
  ): Promise<boolean> {
    const input = await this.#reader.read(
      day,
      basis.bills.map(({ id }) => id),
    );
    const outcome = attributeDay(input, basis);
    const lines = await this.#numbers.of(outcome);
    const digest = outcomeDigest(lines, outcome.bill);
    return this.#db.transaction(async trx => {
      const differs = digest !== before;
      // One at a time, of all replicas; and only what is still as it was read.
      await trx('cost_state')
        .where({ id: 1 })
        .increment('revision', differs || attributed !== written ? 1 : 0);
      const current = await trx('cost_ledger')
        .where({ day, written })
        .whereRaw("COALESCE(outcome, '') = ?", [before])
        .update({
          attributed: written,
          attributed_with: basis.fingerprint,
          attributed_at: this.#now().toISOString(),
          outcome: digest,
        });
      if (!current) return false;
      await convertComparisons(trx, day, basis.rates);
      if (differs) await writeDay(trx, day, lines, outcome.bill);
      return differs;
    });
  }
}
