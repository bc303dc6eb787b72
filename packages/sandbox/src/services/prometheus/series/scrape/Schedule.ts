/** Each target is scraped so often. */
export const SCRAPE_INTERVAL_MS = 15_000;
/** Samples are kept so long. */
export const RETENTION_MS = 40 * 86_400_000;

/** A time in which a target is scraped: `from` < at <= `to`. */
export interface Span {
  /** When the counters began at zero. */
  bornAt: number;
  from: number;
  to: number;
}

/** The samples that one span has in a window. */
export interface Run {
  bornAt: number;
  first: number;
  last: number;
  count: number;
}

/** When one target is scraped. */
export class Schedule {
  readonly #offset: number;
  readonly #spans: () => readonly Span[];
  readonly #now: () => number;
  #latest:
    | { after: number; until: number; spans: readonly Span[]; runs: Run[] }
    | undefined;

  /** @param options.offset milliseconds, below the interval: when in it the target's turn is */
  constructor(options: {
    offset: number;
    spans: () => readonly Span[];
    now: () => number;
  }) {
    this.#offset = options.offset;
    this.#spans = options.spans;
    this.#now = options.now;
  }

  /** The samples with `after` < at <= `until`, span by span, oldest first. */
  runs(after: number, until: number): Run[] {
    const spans = this.#spans();
    const latest = this.#latest;
    if (
      latest?.after === after &&
      latest.until === until &&
      latest.spans === spans
    ) {
      return latest.runs;
    }
    const now = this.#now();
    const from = Math.max(after, now - RETENTION_MS);
    const runs = spans.flatMap(span =>
      this.#run(span, Math.max(from, span.from), Math.min(until, span.to, now)),
    );
    // What lies ahead is not settled.
    if (until <= now) this.#latest = { after, until, spans, runs };
    return runs;
  }

  #run({ bornAt }: Span, after: number, until: number): Run[] {
    const turn = (at: number) =>
      Math.floor((at - this.#offset) / SCRAPE_INTERVAL_MS);
    const next = turn(after) + 1;
    const last = turn(until);
    if (last < next) return [];
    const at = (index: number) => this.#offset + index * SCRAPE_INTERVAL_MS;
    return [
      { bornAt, first: at(next), last: at(last), count: last - next + 1 },
    ];
  }
}

/** The moments of a run. */
export function momentsOf({ first, count }: Run): number[] {
  return Array.from(
    { length: count },
    (_, index) => first + index * SCRAPE_INTERVAL_MS,
  );
}
