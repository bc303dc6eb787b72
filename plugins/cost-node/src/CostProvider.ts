import type { CostRow, RowProblem } from './CostRow';

/** Days, the first and the last included, `YYYY-MM-DD` in UTC. */
export interface DaySlice {
  from: string;
  to: string;
}

/** Some rows of a slice, and what could not be read of it. */
export interface CostBatch {
  rows: CostRow[];
  problems: RowProblem[];
  /** What was really asked for since the batch before it, where that is counted; a pull that fails tells it too, before it throws. */
  spent?: PullPrice;
}

/** What it costs to ask. */
export interface PullPrice {
  /** Requests that the provider bills, or files that are read. */
  requests: number;
  /** Decimal amount in `currency`, e.g. 0.01 USD a request of Cost Explorer; absent where asking is free. */
  cost?: { amount: string; currency: string };
}

/**
 * A bill, or a part of one. It is asked for slices of days and answers with **all** rows of those days: they take the
 * place of what was known of the same source and days, so that a day which is restated, a file that comes twice and a
 * pull that begins again all end in the same sums.
 */
export interface CostProvider {
  /** Unique, e.g. `aws-cost-explorer:mini-org`; rows are kept by it. */
  readonly id: string;
  /** As people read it, e.g. `AWS Cost Explorer`. */
  readonly title: string;
  /** Whether its amounts are on an invoice, or reckoned. */
  readonly kind: 'billed' | 'estimated';
  /** A `comparison` says what a bill should add up to, by service and day, and is in no sum. `bill` if absent. */
  readonly role?: 'bill' | 'comparison';
  /** How many days back a day may still change; those are asked for each time. */
  readonly restatedDays: number;
  /** Days of one slice of the backfill. */
  readonly sliceDays: number;
  /** What pulling a slice costs, before it is done. */
  priceOf(slice: DaySlice): PullPrice;
  /**
   * Names what the rows of a slice are made of, e.g. by the ETags of its files: a slice that was had whole under the
   * same name need not be pulled again, since its rows would be the same. Absent where that can't be known beforehand.
   *
   * @throws where the source can't be asked
   */
  versionOf?(
    slice: DaySlice,
    options: { signal: AbortSignal },
  ): Promise<string>;
  /**
   * @throws where the slice can't be had whole; nothing of it counts then
   */
  pull(
    slice: DaySlice,
    options: { signal: AbortSignal },
  ): AsyncIterable<CostBatch>;
}
