import type {
  DaySlice,
  PullPrice,
  RowProblem,
} from '@portico/plugin-cost-node';
import type { Columns, Value } from '../store/insertRows';

/** What a source is to the bill. */
export type SourceRole = 'bill' | 'comparison' | 'allocation' | 'units';

/** Rows of one day, ready for the table. */
export type DayRows = Value[][];

/** A slice that was pulled whole. */
export interface PulledSlice {
  /** By day, `YYYY-MM-DD`; a day that is absent had none. */
  days: ReadonlyMap<string, DayRows>;
  /** Rows that could not be read: how many, and the first of them. */
  malformed: number;
  problems: RowProblem[];
  /** What it really cost to ask, where that is counted. */
  spent?: PullPrice;
}

/** Where its rows are kept, beside `source_id` and `day`, which come first. */
export interface SourceTable {
  name: string;
  columns: Columns;
  /** Columns that are reckoned later from the others. */
  reckoned?: readonly string[];
}

/** Anything that is collected by days, and replaced by days. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly kind: 'billed' | 'estimated';
  readonly role: SourceRole;
  /** How many days back a day may still change. */
  readonly restatedDays: number;
  /** Days of one slice. */
  readonly sliceDays: number;
  readonly table: SourceTable;
  /** Whether it can be asked yet; always, if absent. */
  isReady?(): Promise<boolean>;
  priceOf(slice: DaySlice): PullPrice;
  /** Names what the rows of a slice are made of; undefined where that can't be known beforehand. */
  versionOf?(slice: DaySlice, signal: AbortSignal): Promise<string | undefined>;
  /** @throws where the slice can't be had whole; nothing of it counts then */
  pull(slice: DaySlice, signal: AbortSignal): Promise<PulledSlice>;
}
