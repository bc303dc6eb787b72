import type { Amount, CostBasis, DailyChart, MonthStanding } from './common';
import type { UnitCost } from './entity';
import type { AnomalyView, BudgetAlertView, SavingView } from './findings';

/**
 * `GET /organisation?month=&metric=&by=owner`: the whole bill; needs `cost.bill.read`. Without it the same route
 * answers for what the caller may see (`scope: 'mine'`), without bill, unattributed and reconciliation.
 */
export interface OrganisationCost {
  scope: 'all' | 'mine';
  basis: CostBasis;
  standing: MonthStanding;
  /** A sentence and a second one for the head of the page, as state and words. */
  verdict: {
    state: 'within' | 'near' | 'heading-over' | 'over' | 'none';
    headline: string;
    detail?: string;
  };
  /** By owner, system, provider or environment, as asked. */
  chart: DailyChart;
  unitCosts: UnitCost[];
  counts: { budgetsOver: number; budgetsNear: number; anomaliesOpen: number };
  savings: Amount;
  unattributed?: UnattributedCost;
  reconciliation?: Reconciliation;
}

/** Attributed + shared + unattributed = the bill. */
export interface Reconciliation {
  /** Rounded to cents so that they add up. */
  attributed: Amount;
  shared: Amount;
  unattributed: Amount;
  bill: Amount;
  /** Whether the parts add up to the bill to the last billionth, before rounding. */
  exact: boolean;
  providers: { provider: string; amount: Amount }[];
  /** Reckoned beside the bill, in no sum: clusters that are on no bill. */
  estimated: Amount;
}

/** `GET /reconciliation?months=13`: by month and provider, newest first. */
export interface ReconciliationRow extends Omit<Reconciliation, 'providers'> {
  month: string;
  provider: string;
  /** What sources beside the bill say of the same month and provider, in no sum; `difference` is theirs less the bill's. */
  comparisons?: { source: string; amount: Amount; difference: Amount }[];
}

/** `GET /unattributed?month=`. */
export interface UnattributedCost {
  amount: Amount;
  /** Of the bill. */
  share: number;
  /** The month before. */
  shareBefore?: number;
  goal: number;
  /** 13 months, oldest first. */
  months: { month: string; share: number | null }[];
  causes: UnattributedCauseView[];
}

export interface UnattributedCauseView {
  cause:
    | 'no-tag'
    | 'unknown-name'
    | 'claimed-twice'
    | 'no-split'
    | 'idle'
    | 'no-rule';
  /** e.g. `No service tag`. */
  title: string;
  amount: Amount;
  /** Of what is unattributed. */
  share: number;
  /** Where most of it is: `61 % of that is EC2 in account staging`. */
  where: string;
  /** What to do, in two to four words, e.g. `Tag 14 resources`. */
  action: string;
}

/** `GET /unattributed/items?month=&cause=&search=&offset=`: the list to work through, largest first. */
export interface UnattributedItem {
  id: string;
  cause: UnattributedCauseView['cause'];
  title: string;
  provider: string;
  account?: string;
  service: string;
  resourceId?: string;
  tags: Record<string, string>;
  amount: Amount;
  /** What was found where a name should be, e.g. `service=lake-raw`. */
  found?: string;
  /** Entity that it may be, by a name that is close. */
  suggestion?: string;
  /** What to do, with a line to copy (a tag, or a rule of the config). */
  todo: string;
  copy?: string;
}

/** `GET /breakdown?by=owner|system|domain|provider|account|category|environment|label:x&month=&metric=&within=…`: rows of the table, one level at a time. */
export interface Breakdown {
  basis: CostBasis;
  rows: BreakdownRow[];
  /** Adds up the rows. */
  total: BreakdownRow;
}

export interface BreakdownRow {
  /** Value of the dimension, e.g. `group:default/commerce`; `unattributed`. */
  id: string;
  title: string;
  kind: 'entity' | 'value' | 'resource' | 'unattributed' | 'total';
  entityRef?: string;
  standing: MonthStanding;
  /** 13 months, oldest first. */
  months: (Amount | null)[];
  /** What is beneath: pass `within` (repeated, outermost first) with this id. Undefined at the leaves. */
  next?: string;
  /** Marks a part of something shared, with its rule. */
  note?: string;
}

/** `GET /budgets?month=`. */
export interface BudgetRow {
  id: string;
  title: string;
  entityRef?: string;
  standing: MonthStanding;
  alerts: BudgetAlertView[];
  /** What is wrong with it, e.g. an annotation that can't be read. */
  problem?: string;
}

/** `GET /anomalies`, `GET /savings` answer `{ basis, items }`. */
export interface Findings {
  basis: CostBasis;
  anomalies?: AnomalyView[];
  savings?: SavingView[];
}

/** `GET /sources`: how bills come in; needs `cost.bill.read`. */
export interface CostSourceStanding {
  id: string;
  title: string;
  kind: 'billed' | 'estimated';
  /** What it is for: the bill itself, another view of it that is in no sum, how clusters are split, or what cost is divided by. */
  role?: 'bill' | 'comparison' | 'allocation' | 'units';
  /** What collecting now would ask for, and what the provider charges for that; told before it is done. */
  nextCollection?: {
    requests: number;
    cost?: { amount: Amount; currency: string };
  };
  /** Days known, `YYYY-MM-DD`. */
  from?: string;
  through?: string;
  missingDays: string[];
  /** ISO 8601. */
  lastSuccess?: string;
  lastAttempt?: string;
  lastError?: string;
  /** Slices of the backfill: done, and in all. */
  backfill: { done: number; of: number };
  /** Billed requests or files that were asked for this month, and what they cost. */
  requests: number;
  spent?: { amount: Amount; currency: string };
  /** Rows that could not be read: where and why. */
  malformed: { where: string; line?: number; message: string }[];
}
