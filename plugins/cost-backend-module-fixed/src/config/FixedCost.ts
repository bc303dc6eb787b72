import type { Nanos, ServiceCategory } from '@portico/plugin-cost-common';

/** One entry of `cost.fixed`. */
export interface FixedCost {
  name: string;
  /** Of a period, all seats together. */
  amount: Nanos;
  /** ISO 4217. */
  currency: string;
  seats: number;
  /** Length of a period. */
  months: 1 | 12;
  /** First day, `YYYY-MM-DD`. */
  from: string;
  /** Last day. */
  to?: string;
  provider: string;
  service: string;
  category: ServiceCategory;
  tags: Readonly<Record<string, string>>;
}
