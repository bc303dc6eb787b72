import type { AnomalyView, BudgetAlertView, SavingView } from './findings';
import type {
  Amount,
  CostBasis,
  DailyChart,
  MonthStanding,
  ShownMetric,
} from './common';

/** `POST /summaries` `{ entityRefs, metric? }` answers `{ items }`: for cards, lists and the home page; those that the caller may not see are left out. */
export interface CostSummary {
  entityRef: string;
  basis: CostBasis;
  standing: MonthStanding;
  /** Of the last 13 months, oldest first; null where nothing is known. The last one is the forecast, where there is one. */
  months: (Amount | null)[];
}

/** How amounts are split: what a query `by=` may say; `label:customer` for a tag or label. */
export type CostDimension =
  | 'category'
  | 'service'
  | 'resource'
  | 'environment'
  | 'account'
  | 'provider'
  | 'component'
  | 'system'
  | 'domain'
  | 'owner'
  | `label:${string}`;

/** `GET /entity/:kind/:namespace/:name?month=2026-11&metric=effective&by=category`. */
export interface EntityCost {
  entityRef: string;
  /** Components and resources that the sums are of; more than one for systems, domains, groups and components with sub-components. */
  covers: string[];
  /** How many of those that belong to it the reader may not see; they are in no sum. */
  hidden: number;
  basis: CostBasis;
  standing: MonthStanding;
  /** 13 months, oldest first. */
  months: { month: string; amount: Amount | null; forecast?: Amount }[];
  chart: DailyChart;
  /** One row for each value of the dimension; adds up to `standing.toDate`. */
  rows: CostShare[];
  /** What it is made of: billed as its own, its part of what is shared, estimated. */
  kinds: { kind: 'own' | 'shared' | 'estimated'; amount: Amount }[];
  environments: { environment: string; amount: Amount; change?: number }[];
  /** Largest first: what differs from the same days of the month before. */
  changes: CostChange[];
  unitCosts: UnitCost[];
  anomalies: AnomalyView[];
  alerts: BudgetAlertView[];
  savings: SavingView[];
  /** What is wrong with the entity's annotations, in words. */
  annotationProblems: string[];
}

/** A part of a sum. */
export interface CostShare {
  /** Value of the dimension; drills down with `within=`. */
  id: string;
  title: string;
  /** How it came to be somebody's: `own`, `shared` (then `note` names the rule), `estimated`. */
  kind: 'own' | 'shared' | 'estimated';
  note?: string;
  amount: Amount;
  /** Ratio against the same days of the month before. */
  change?: number;
  /** Daily amounts of the month, for a small chart. */
  daily: (Amount | null)[];
}

/** `GET /entity/…/resources?month=&metric=&by=category&within=Databases`: drills down to resource and day. */
export interface CostResources {
  basis: CostBasis;
  days: string[];
  items: (CostShare & {
    resourceId?: string;
    provider: string;
    account?: string;
    service: string;
    environment?: string;
    /** Page of the resource in its provider's console, where one is known. */
    url?: string;
  })[];
  /** Sums up to the row that was drilled into. */
  total: Amount;
  /** How many more there are than were sent (100 at most). */
  more: number;
}

/** What differs from the month before, and what is known of the reason. */
export interface CostChange {
  title: string;
  before: Amount;
  after: Amount;
  difference: Amount;
  /** First day of the new level, where there is one. */
  since?: string;
  /** In words: what started, stopped, grew, or changed its price. */
  because: string;
}

/** What one of something costs. */
export interface UnitCost {
  /** e.g. `per million requests`. */
  title: string;
  amount: Amount;
  /** Ratio against the same days of the month before. */
  change?: number;
  /** What it was divided by, e.g. `112.4 million requests, Prometheus`. */
  basis: string;
}

/** Query of most routes. */
export interface CostQuery {
  /** `YYYY-MM`; the current month if absent. */
  month?: string;
  metric?: ShownMetric;
}
