import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { CostConfig } from '../config/CostConfig';
import { dayText } from '../store/days';
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
const SETTLED_MS = 60_000;

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

  async #run(signal?: AbortSignal): Promise<void> {
    const basis = basisOf(
      this.#config,
      await this.#subjects.catalog(),
      await this.#store.all(),
    );
    const settled = this.#isSettled(basis);
    const began = performance.now();
    const changed: number[] = [];
    let looked = 0;
    for (;;) {
      const days = await this.#dirty(basis, settled);
      for (const day of days) {
        if (signal?.aborted) break;
        looked += 1;
        if (await this.#attribute(day, basis)) changed.push(day.day);
      }
      if (days.length < BATCH || signal?.aborted) break;
    }
    if (!looked) return;
    this.#logger.info(
      `Said who pays for ${looked} days, ${
        changed.length
      } of them anew, in ${Math.round(performance.now() - began)} ms`,
    );
    if (changed.length) {
      const texts = changed.map(dayText);
      for (const listener of this.#listeners) listener(texts);
    }
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
