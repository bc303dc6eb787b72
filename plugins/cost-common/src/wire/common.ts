import type { CostMetric } from '../focus';

/**
 * A decimal string in the currency of the answer, e.g. `118.604213579`; never a binary float. Where amounts are parts
 * of a total that is shown with them, they are rounded to cents so that they add up to it.
 */
export type Amount = string;

/** The metrics that are summed up: `billed` as on the invoice, `effective` amortised. */
export type ShownMetric = Extract<CostMetric, 'billed' | 'effective'>;

/** What every number says of itself. */
export interface CostBasis {
  metric: ShownMetric;
  /** ISO 4217: the base currency, in which bills are added up. */
  currency: string;
  /** Currencies that were converted into it, by dated rates. */
  converted: string[];
  /** Last day (UTC, `YYYY-MM-DD`) that all sources are known for. */
  through?: string;
  /** Days before that which may still change, since their bills are restated. */
  openSince?: string;
  /** ISO 8601 of the newest collection that succeeded. */
  collectedAt?: string;
  /** ISO 8601 of the last look for anomalies, savings and budgets that are passed; absent before the first. */
  lookedAt?: string;
  /** What is missing or late, in words; empty if nothing is. */
  problems: CostProblem[];
}

/** Why numbers are not whole. */
export interface CostProblem {
  kind:
    | 'source-failed'
    | 'missing-days'
    | 'missing-rate'
    | 'malformed-rows'
    /** Two sources have the bill of the same account and day; one of them counts. */
    | 'billed-twice';
  /** Title of the source. */
  source: string;
  /** What, and what to do. */
  message: string;
  /** `YYYY-MM-DD`, where days are missing or failed. */
  days?: string[];
}

/** A month's money, to date and to come. */
export interface MonthStanding {
  /** `YYYY-MM`. */
  month: string;
  /** Of the days that are known. */
  toDate: Amount;
  /** How many days are known, and how many the month has. */
  daysKnown: number;
  days: number;
  /** Same days of the month before, and how much more that is, as a ratio (0.068 is +6.8 %); undefined where nothing was known. */
  before?: { month: string; amount: Amount; change?: number };
  /** At the end of the month, likely between `low` and `high` (80 %); undefined with too few days, and for a month that is over. */
  forecast?: { amount: Amount; low: Amount; high: Amount };
  budget?: BudgetStanding;
}

/** How a budget stands. */
export interface BudgetStanding {
  amount: Amount;
  /** `portico/cost-budget` of the entity, a line of the config, or the sum of those below. */
  from: 'annotation' | 'config' | 'parts';
  /** Highest threshold that is passed: 0.5, 0.8 or 1; 0 if none. */
  passed: 0 | 0.5 | 0.8 | 1;
  /** `over`: spent; `heading-over`: by forecast; `near`: forecast over 95 % or 80 % spent; else `within`. */
  state: 'within' | 'near' | 'heading-over' | 'over';
  /** To date, as a ratio of the budget. */
  spent: number;
  /** Forecast, as a ratio of the budget. */
  forecast?: number;
}

/** A number of each day. Days that no bill is known for are null. */
export interface DailySeries {
  /** Entity reference, id of a group of costs, or `unattributed`. */
  id: string;
  title: string;
  amounts: (Amount | null)[];
}

/** Days with what was spent on each, split. All series have the same days. */
export interface DailyChart {
  /** `YYYY-MM-DD`, ascending. */
  days: string[];
  /** Largest first; what is left over comes last as `other`. */
  series: DailySeries[];
  /** Sums of the days to come, by forecast; absent for past months. */
  forecast?: { days: string[]; amounts: Amount[] };
}
