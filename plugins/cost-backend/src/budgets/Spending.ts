import type { Nanos } from '@portico/plugin-cost-common';

/** What has been spent of a month, and what it is heading for. */
export interface Spending {
  spent: Nanos;
  /** At the end of the month; absent with too few days, and for a month that is over. */
  forecast?: { expected: Nanos; low: Nanos; high: Nanos };
}
