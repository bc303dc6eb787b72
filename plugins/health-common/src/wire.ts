import type { HealthState } from './signal';
import type { HealthSummary, SourceStanding } from './verdict';

/** How many there are of each state. */
export type StateCounts = Record<HealthState, number>;

/** `GET /overview`: all that the caller may read. */
export interface HealthOverview {
  /** ISO 8601 of the newest collection, and of the next; undefined before the first. */
  asOf?: string;
  nextAt?: string;
  counts: StateCounts;
  /** The same, one day earlier; undefined where nothing was collected then. */
  yesterday?: StateCounts;
  sources: SourceStanding[];
  /** Worst first: by state, tier, budget burnt, name. */
  items: HealthSummary[];
}

/** `GET /rollups?by=system|domain|owner`. */
export interface HealthRollup {
  /** Entity reference of the system, domain or owner; undefined for what has none. */
  ref?: string;
  state: HealthState;
  counts: StateCounts;
  /** The worst, for the sentence. */
  worst: Pick<
    HealthSummary,
    'entityRef' | 'title' | 'state' | 'since' | 'headline'
  >[];
}

/** One stretch of time in one state. */
export interface HealthPeriod {
  /** ISO 8601. */
  from: string;
  /** ISO 8601; undefined while it lasts. */
  until?: string;
  state: HealthState;
  headline: string;
}

/** One day of an uptime bar. */
export interface HealthDay {
  /** `2026-11-20`, in UTC. */
  day: string;
  /** Worst of the day; `unknown` where nothing was collected. */
  state: HealthState;
  /** Share of the known time in which it did not fail, from 0 to 1; undefined where nothing is known. */
  uptime?: number;
}

/** `GET /history/:kind/:namespace/:name?days=90`; `POST /history/by-refs` answers by entity reference. */
export interface HealthHistory {
  /** Oldest first, as many as asked for. */
  days: HealthDay[];
  /** Over all of them; undefined until a day is known, since minutes say nothing of 90 days. */
  uptime?: number;
  /** How much of that time is known. */
  knownSeconds: number;
  /** Newest first; of one entity, and where `periods: true` is asked for. */
  periods?: HealthPeriod[];
}

export const CHARTS = [
  'requests',
  'errors',
  'latency',
  'saturation',
  'error-budget',
  'burn-rate',
] as const;
export type ChartId = (typeof CHARTS)[number];

/** One chart: `GET /series/:kind/:namespace/:name?chart=latency&from=…&to=…&environment=production`. */
export interface HealthChart {
  chart: ChartId;
  unit: 'ratio' | 'seconds' | 'perSecond' | 'count' | 'bytes' | 'multiple';
  /** Milliseconds since 1970 and value; gaps are `null`. All series have the same times. */
  times: number[];
  series: { name: string; values: (number | null)[] }[];
  limit?: { value: number; title: string };
  source: { title: string; url?: string };
  /** ISO 8601. */
  asOf: string;
  /** What was asked: "4 queries, 0.3 s". */
  queries: number;
  seconds: number;
}

export type TimelineKind =
  | 'deploy'
  | 'verdict'
  | 'alert'
  | 'incident'
  | 'approval'
  | 'catalog'
  | 'source';

/** `GET /timeline/:kind/:namespace/:name?from=…&to=…`, newest first. */
export interface TimelineEvent {
  id: string;
  /** ISO 8601. */
  at: string;
  kind: TimelineKind;
  /** e.g. `Deploy 7f3c2a1 to production`. */
  title: string;
  detail?: string;
  state?: HealthState;
  /** Short mark for charts, e.g. the revision of a deploy. */
  mark?: string;
  /** Path within the portal, or a URL. */
  link?: string;
}

/** The timeline, and who could not be asked. */
export interface Timeline {
  events: TimelineEvent[];
  problems: { source: string; message: string }[];
}

/** A way out of an incident. `GET /responses/:kind/:namespace/:name`. */
export interface ResponseOffer {
  /** e.g. `alertmanager:silence:<fingerprint>`; `POST /responses/:kind/:namespace/:name` takes it as `id`. */
  id: string;
  kind: 'roll-back' | 'acknowledge' | 'silence' | 'page' | 'runbook';
  /** e.g. `Silence OrdersLatencyHigh`. */
  title: string;
  /** What will happen, in one sentence. */
  text?: string;
  /** Opens instead of posting: a path within the portal or a URL. */
  link?: string;
  /** False where the caller may not; `reason` says who may. */
  allowed: boolean;
  reason?: string;
  /** What has to be filled in. */
  input?: ('comment' | 'duration')[];
}

/** Body of `POST /responses/:kind/:namespace/:name`. */
export interface ResponseRequest {
  id: string;
  comment?: string;
  /** Of a silence. */
  durationMinutes?: number;
}

export interface ResponseResult {
  /** e.g. `Silenced until 16:00 UTC`. */
  message: string;
  url?: string;
}

/** Channel of `signals` that says that there is something newer; it names no entity. */
export const HEALTH_CHANNEL = 'health';

/** Message on that channel. */
export type HealthSignalMessage = {
  /** ISO 8601. */
  asOf: string;
};
