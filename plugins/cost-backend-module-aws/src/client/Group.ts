import type { Nanos } from '@portico/plugin-cost-common';

/** One group of one day, or of one month. */
export interface Group {
  /** Its first day, `YYYY-MM-DD`. */
  day: string;
  /** In the order in which it was grouped by. */
  keys: string[];
  billed: Nanos;
  effective: Nanos;
  /** ISO 4217. */
  currency: string;
  /** Names of accounts by their numbers, where it is grouped by them. */
  names?: ReadonlyMap<string, string>;
}
