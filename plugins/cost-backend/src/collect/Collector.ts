import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { parseMoney } from '@portico/plugin-cost-common';
import type {
  DaySlice,
  PullPrice,
  RowProblem,
} from '@portico/plugin-cost-node';
import type { Knex } from 'knex';
import { dayNumber, dayOf, dayText } from '../store/days';
import type {
  DoneSlice,
  SourceStore,
  StoredSlice,
  StoredSource,
} from '../store/SourceStore';
import { breathe } from './breathe';
import { logSlice } from './logSlice';
import type { Planner } from './Planner';
import { monthsBefore } from './planSlices';
import { pullInTime } from './pullInTime';
import type { Source } from './Source';
import { Turns } from './Turns';
import { writeSlice } from './writeSlice';

/** No slice is begun later than that in one run. */
const RUN_MS = 600_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** What became of one slice. */
export interface CollectedSlice {
  source: Source;
  slice: DaySlice;
  at: Date;
  milliseconds: number;
  rows: number;
  /** Days that are new or different. */
  changed?: number;
  /** Rows that could not be read: how many, and the first of them. */
  malformed?: number;
  problems?: RowProblem[];
  /** Why it could not be had. */
  failure?: string;
}

/**
 * Pulls what is wanted of a source: the newest days every few hours, and a backfill in slices, newest first. What is
 * planned stands in the database, so that another instance goes on where one has stopped.
 */
export class Collector {
  readonly #db: Knex;
  readonly #store: SourceStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #planner: Planner;
  readonly #share: number;
  readonly #turns = new Turns();
  readonly #listeners: ((collected: CollectedSlice) => void)[] = [];

  constructor(options: {
    db: Knex;
    store: SourceStore;
    logger: LoggerService;
    now: () => Date;
    planner: Planner;
    config: { backfillShare: number };
  }) {
    this.#db = options.db;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#planner = options.planner;
    this.#share = options.config.backfillShare;
  }

  onCollected(listener: (collected: CollectedSlice) => void): void {
    this.#listeners.push(listener);
  }

  /** Pulls until nothing is left to do, a slice fails, or its time is over. */
  async run(source: Source, signal: AbortSignal): Promise<void> {
    const began = this.#now().getTime();
    const known = await this.#store.one(source.id);
    if (!known || this.#isLeftAlone(known)) return;
    if (source.isReady && !(await source.isReady())) return;
    await this.#planner.plan(source, known);
    let failures = known.failures;
    while (this.#now().getTime() - began < RUN_MS && !signal.aborted) {
      const slice = await this.#store.next(source.id);
      if (!slice) return;
      const options = { failures, signal };
      const done = await this.#turns.take(slice.toDay, () =>
        this.#inTurn(source, slice, options),
      );
      if (!done) return;
      failures = 0;
    }
  }

  /** What lies further back than last month has time: pages are answered in between. */
  async #inTurn(
    source: Source,
    slice: StoredSlice,
    options: { failures: number; signal: AbortSignal },
  ): Promise<boolean> {
    const began = performance.now();
    const done = await this.#collect(source, slice, options);
    const newest = dayNumber(monthsBefore(dayOf(this.#now()), 1));
    if (slice.toDay < newest) {
      await breathe(performance.now() - began, this.#share, options.signal);
    }
    return done;
  }

  #isLeftAlone({ notBefore }: StoredSource): boolean {
    return notBefore !== undefined && notBefore > this.#now().toISOString();
  }

  async #collect(
    source: Source,
    planned: StoredSlice,
    options: { failures: number; signal: AbortSignal },
  ): Promise<boolean> {
    const slice = {
      from: dayText(planned.fromDay),
      to: dayText(planned.toDay),
    };
    const at = this.#now();
    const began = performance.now();
    const ended = () => ({
      ...{ source, slice, at },
      milliseconds: Math.round(performance.now() - began),
    });
    await this.#store.began(source.id, at);
    try {
      const had = await this.#have(source, planned, slice, options.signal);
      await this.#store.sliceDone(planned, { ...had, at });
      await this.#store.succeeded(source.id, this.#now());
      this.#tell({ ...ended(), ...had });
      return true;
    } catch (error) {
      const { message: failure } = toError(error);
      const failures = options.failures + 1;
      const pause = Math.min(
        FIRST_PAUSE_MS * 2 ** (failures - 1),
        LONGEST_PAUSE_MS,
      );
      const notBefore = new Date(this.#now().getTime() + pause);
      await this.#store.sliceFailed(planned, failure);
      await this.#store.failed(source.id, {
        ...{ failures, message: failure, notBefore },
      });
      this.#tell({ ...ended(), rows: 0, failure });
      return false;
    }
  }

  /** Pulls a slice and keeps it, unless it is still what was had before. */
  async #have(
    source: Source,
    planned: StoredSlice,
    slice: DaySlice,
    signal: AbortSignal,
  ): Promise<DoneSlice & { changed: number }> {
    const version = await source.versionOf?.(slice, signal);
    const known =
      version === undefined
        ? undefined
        : await this.#store.hadAlready(source.id, planned, version);
    if (known) return { ...known, changed: 0 };
    const foretold = source.priceOf(slice);
    await this.#store.attempt(planned, {
      requests: foretold.requests,
      nanos: nanosOf(foretold),
      currency: foretold.cost?.currency,
    });
    const { spent = foretold, ...pulled } = await pullInTime(
      source,
      slice,
      signal,
    );
    await this.#store.settle(planned, {
      requests: spent.requests - foretold.requests,
      nanos: nanosOf(spent) - nanosOf(foretold),
    });
    const written = await writeSlice(
      this.#db,
      source,
      slice,
      pulled,
      this.#now(),
    );
    return { ...pulled, ...written, version };
  }

  #tell(collected: CollectedSlice): void {
    logSlice(this.#logger, collected);
    for (const listener of this.#listeners) listener(collected);
  }
}

function nanosOf({ cost }: PullPrice): bigint {
  return cost ? parseMoney(cost.amount) : 0n;
}
