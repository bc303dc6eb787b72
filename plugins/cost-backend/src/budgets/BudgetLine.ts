import type { BudgetStanding, Nanos } from '@portico/plugin-cost-common';

/** A monthly budget, and what is spent from it. */
export interface BudgetLine {
  /** Reference of its entity, `organisation`, `provider:AWS` or `category:Compute`. */
  id: string;
  /** As people read it, e.g. `orders`. */
  title: string;
  of:
    | { entityRef: string }
    | { organisation: true }
    | { provider: string }
    | { category: string };
  from: BudgetStanding['from'];
  /** As it is written, e.g. `400 USD`; of parts, the sum of those that can be read. */
  stated: string;
  /** In the base currency; undefined where `problem` says why. */
  amount?: Nanos;
  problem?: string;
  /** Groups and people who are told of it, by reference. */
  tell: readonly string[];
}

/** Id of the organisation's budget. */
export const ORGANISATION = 'organisation';
