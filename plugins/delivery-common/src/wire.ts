import type { DeliveryTargets } from './targets';

/** Weeks of a trend. */
export const TREND_WEEKS = 13;

/** One value over some time, and on how much it rests. */
export interface Sample {
  /** Undefined where there is nothing to compute it from. */
  value?: number;
  /** Of how many deployments, changes, outages or flows. */
  n: number;
}

/** A figure over the period asked for. */
export interface Measure extends Sample {
  /** Nine of ten are at or below; only of lead times. */
  p90?: number;
  /** How many of `n` count, e.g. failed deployments. */
  count?: number;
  /** The period of the same length before; undefined where nothing was collected then. */
  before?: Sample;
  /** Why there is no value, where it is not for lack of anything to count: a sentence's end, e.g. `Health has never answered`. */
  unknown?: string;
  /** The last weeks, oldest first; `null` where there is nothing. */
  trend: (number | null)[];
}

/** The four figures of https://dora.dev/guides/dora-metrics-four-keys/ */
export interface DeliveryFigures {
  /** Deployments a week. `n`: how many. */
  deployments: Measure;
  /** Median seconds from commit to production. `n`: changes. */
  leadTime: Measure;
  /** Share of deployments that failed, from 0 to 1. `n`: deployments, `count`: failed ones. */
  changeFailureRate: Measure;
  /** Median seconds until service was restored. `n`: outages that ended. */
  timeToRestore: Measure;
}

/** Figures of a team, of a system, or of what has none. */
export interface DeliveryGroup {
  /** Entity reference. */
  ref?: string;
  /** How many components count. */
  components: number;
  figures: DeliveryFigures;
}

/** A change that took long. */
export interface SlowChange {
  entityRef: string;
  title: string;
  /** Short revision. */
  revision: string;
  /** First line of the commit's message. */
  message: string;
  url?: string;
  /** ISO 8601. */
  committedAt: string;
  deployedAt: string;
  seconds: number;
}

/** A commit, and when it reached production. `GET /entities/:kind/:namespace/:name/changes?from=…&to=…` answers `{ items }`, newest first. */
export interface DeployedChange {
  /** Whole revision. */
  revision: string;
  /** First line of the commit's message. */
  message: string;
  url?: string;
  /** ISO 8601. */
  committedAt: string;
  deployedAt: string;
}

/** A deployment that failed. */
export interface FailedDeployment {
  entityRef: string;
  title: string;
  /** Short revision. */
  revision: string;
  /** ISO 8601. */
  deployedAt: string;
  url?: string;
  /** `health`: it got worse soon after; `rollback`: it was undone. */
  because: 'health' | 'rollback';
  /** What health said, or what it was rolled back to. */
  detail: string;
  /** ISO 8601: when that was. */
  at: string;
}

/** A service that was created, and has not been deployed to production. */
export interface WaitingService {
  entityRef: string;
  title: string;
  /** ISO 8601. */
  createdAt: string;
}

/** How much of what there is was made from a template that is kept up to date. */
export interface GoldenPath {
  /** Components that run, and how many of them follow. */
  services: { n: number; count: number };
  /** Teams that own one, and how many of them have one that follows. */
  teams: { n: number; count: number };
  /** Those that follow an older version. */
  behind: {
    entityRef: string;
    title: string;
    template: string;
    version: string;
    newest: string;
  }[];
}

/** Whether one of the sources has said what figures rest on. */
export interface DeliverySource {
  id: 'argocd' | 'github' | 'health' | 'flows';
  title: string;
  state: 'answered' | 'partly' | 'silent';
  /** ISO 8601: last success. */
  answeredAt?: string;
  /** Why it is not `answered`. */
  message?: string;
  /** Page that tells more of it. */
  path?: string;
}

/** What all answers say of themselves. */
export interface DeliveryPeriod {
  /** ISO 8601 of the newest collection; undefined before the first. */
  asOf?: string;
  /** ISO 8601 of the oldest deployment that is known. */
  since?: string;
  days: number;
  environment: string;
  targets: DeliveryTargets;
  sources: DeliverySource[];
}

/** Changes whose deployment is known and whose commits are not. */
export interface MissingCommits {
  /** Deployments of the period. */
  of: number;
  /** Not asked yet. */
  pending: number;
  /** Can't be told, with the reasons. */
  unknown: number;
  reasons: string[];
}

/** `GET /overview?days=28&by=owner|system` */
export interface DeliveryOverview extends DeliveryPeriod {
  figures: DeliveryFigures;
  groups: DeliveryGroup[];
  missingCommits: MissingCommits;
  slowest: SlowChange[];
  failures: FailedDeployment[];
  /** Median seconds from "create" to the first deployment to production. */
  createToProduction: Measure;
  waiting: WaitingService[];
  /** Median seconds from request to done. Of whom is told to nobody. */
  onboarding: Measure;
  goldenPath: GoldenPath;
}

/** `GET /entities/:kind/:namespace/:name?days=28` */
export interface EntityDelivery extends DeliveryPeriod {
  figures: DeliveryFigures;
  missingCommits: MissingCommits;
  failures: FailedDeployment[];
}
