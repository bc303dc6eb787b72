import type { FigureName, HealthSignal, HealthState, Quantity } from './signal';
import type { Tier } from './contract';

/** Whether a source has said what a verdict rests on. */
export interface SourceStanding {
  /** Id of the provider. */
  provider: string;
  title: string;
  instance?: string;
  /** `partly`: it answered, with gaps; `stale`: silent for less than three intervals; `silent`: for longer, or never. */
  state: 'answered' | 'partly' | 'stale' | 'silent';
  /** ISO 8601: last success. */
  answeredAt?: string;
  /** Why it is not `answered`. */
  message?: string;
  /** Path of the page that tells more of this source, e.g. `/sources#prometheus`. */
  path?: string;
}

/** A deployment to production. */
export interface Deploy {
  /** ISO 8601. */
  at: string;
  /** Short revision, e.g. `7f3c2a1`. */
  revision: string;
  /** Version, where the image says it, e.g. `v1.42.0`. */
  version?: string;
  environment: string;
  url?: string;
}

/** Who has to answer now. */
export interface OnCall {
  name: string;
  /** 1 is called first. */
  level: number;
  /** ISO 8601, if the shift ends. */
  until?: string;
  /** Entity reference of the user, where the address is known to the catalog. */
  userRef?: string;
}

/** Nothing came (a number), there is nothing to divide (`none`), nobody could tell (`unknown`): these differ. */
export type Figure =
  | { value: Quantity; state: HealthState; limit?: Quantity }
  | { none: string }
  | { unknown: string };

export type Figures = Partial<Record<FigureName, Figure>>;

/** Values of the last hour, so that a list draws lines without asking anybody. Gaps are `null`. */
export interface RecentValues {
  /** ISO 8601, of the first value. */
  from: string;
  stepSeconds: number;
  requestsPerSecond: (number | null)[];
  errorRatio: (number | null)[];
  latencyP95Seconds: (number | null)[];
  errorBudgetLeft: (number | null)[];
}

/** A verdict as lists show it. */
export interface HealthSummary {
  entityRef: string;
  /** Title, else name. */
  title: string;
  state: HealthState;
  /** ISO 8601. */
  since: string;
  /** Sentence without the state: `p95 latency 480 ms, objective 300 ms. 48 of 50 connections.`; empty where healthy. */
  headline: string;
  /** Second line: `Started 3 min after deploy 7f3c2a1`, `Incident 4412, acknowledged by Sam Idowu 13:24`. */
  remark?: string;
  tier: Tier;
  owner?: string;
  system?: string;
  domain?: string;
  type?: string;
  lifecycle?: string;
  figures: Figures;
  /** Which of the recent values explains the state best. */
  recent?: RecentValues;
  leading?: keyof Omit<RecentValues, 'from' | 'stepSeconds'>;
  onCall?: OnCall[];
  /** Annotations to add, where nothing is linked. */
  missing?: MissingLink[];
}

/** Something that would say more, if the entity's `catalog-info.yaml` had it. */
export interface MissingLink {
  /** e.g. `portico/metrics-selector`. */
  annotation: string;
  /** A value that would do, e.g. `service="timesheets"`. */
  example: string;
  /** e.g. `No metrics are linked to timesheets`. */
  title: string;
  /** Why, or what it would show. */
  text: string;
}

/** What is known of one entity, and how. */
export interface HealthVerdict extends HealthSummary {
  /** Not healthy, most important first. */
  reasons: HealthSignal[];
  /** Checked, and fine. */
  ruledOut: HealthSignal[];
  /** All signals, of all environments. */
  signals: HealthSignal[];
  sources: SourceStanding[];
  /** The deploy after which it started, told as a correlation, never as a cause. */
  startedAfter?: Deploy & { seconds: number };
  lastDeploy?: Deploy;
  /** ISO 8601 of the newest collection, and of the next. */
  asOf: string;
  nextAt: string;
  /** What is wrong with the annotations themselves, e.g. an SLO that can't be read. */
  problems: string[];
}
