/** How something is. Unknown is never counted as healthy. */
export type HealthState = 'healthy' | 'degraded' | 'failing' | 'unknown';

/** Worst first; unknown before healthy, since it may hide anything. */
export const HEALTH_STATES: readonly HealthState[] = [
  'failing',
  'degraded',
  'unknown',
  'healthy',
];

/** `ratio` from 0 to 1; `multiple` as in "6.2×"; `perSecond` of requests. */
export type HealthUnit =
  | 'ratio'
  | 'seconds'
  | 'perSecond'
  | 'count'
  | 'bytes'
  | 'multiple';

export interface Quantity {
  value: number;
  unit: HealthUnit;
  /** What it is a part of, in the same unit: 48 of 50. */
  of?: number;
}

/** A value that a signal is held against. */
export interface Limit extends Quantity {
  /** `objective`: of `portico/slo`; `limit`: of the platform, e.g. of memory; `wanted`: e.g. replicas; `usual`: what it usually is. */
  kind: 'objective' | 'limit' | 'wanted' | 'usual';
}

/** What a signal is about. */
export type SignalKind =
  | 'requests'
  | 'errors'
  | 'latency'
  | 'saturation'
  | 'error-budget'
  | 'burn-rate'
  | 'workload'
  | 'deployment'
  | 'alert'
  | 'incident'
  | 'probe';

/** A number of lists and figures, and the signal that gives it. */
export type FigureName =
  | 'requestsPerSecond'
  | 'errorRatio'
  | 'latencyP50Seconds'
  | 'latencyP95Seconds'
  | 'latencyP99Seconds'
  | 'errorBudgetLeft'
  | 'burnRate';

/** Where to check what a signal says. */
export interface Evidence {
  /** Name of the place, e.g. `Prometheus`. */
  title: string;
  url: string;
}

/** An alert that fires, muted by somebody. */
export interface Silence {
  by: string;
  /** ISO 8601. */
  until: string;
  comment?: string;
  url?: string;
}

/** One thing that a provider knows of an entity. */
export interface HealthSignal {
  /** Stable within the entity, e.g. `prometheus:latency-p95` or `alertmanager:OrdersLatencyHigh:production`. */
  id: string;
  /** Id of the provider, e.g. `prometheus`. */
  provider: string;
  kind: SignalKind;
  /** A few words that begin a reason, e.g. `p95 latency`, `Alert OrdersLatencyHigh`. */
  title: string;
  state: HealthState;
  value?: Quantity;
  /** Instead of a number: `firing`, `OutOfSync`, `none, no requests`. */
  text?: string;
  limit?: Limit;
  /** What else to know, in words, e.g. `2 of 3 pods restart: OOMKilled`, `5 min; 1.6× over 1 h; pages at 14.4×`. */
  detail?: string;
  /** `production` unless said otherwise; the other environments are shown and don't decide. */
  environment?: string;
  /** Instance, cluster or account where the provider has several. */
  instance?: string;
  /** True where it says how users are served: without one such signal nobody can say "healthy". */
  serving?: boolean;
  /** True where it is shown and never decides, e.g. a request rate. */
  informational?: boolean;
  /** How far past its limit: value ÷ limit, above 1 when past; ranks reasons. */
  excess?: number;
  /** ISO 8601: since when it is in this state, as the provider knows; otherwise the collector tells when it first saw it. */
  since?: string;
  /** ISO 8601: when it was true. */
  observedAt: string;
  evidence?: Evidence;
  silence?: Silence;
  /** The figure that it gives. */
  figure?: FigureName;
  /** Set by the collector: its source is silent, and this is what it said last. */
  stale?: { state: HealthState; lastSeenAt: string };
  /** Where a response has to point: an alert's fingerprint and labels, an incident's id. Never shown. */
  reference?: Record<string, string>;
}
