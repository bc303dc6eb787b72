/** Kinds of outside systems; also the anchor on the page *Sources*, e.g. `/sources#prometheus`. */
export type SourceKind =
  | 'github'
  | 'okta'
  | 'aws'
  | 'terraform'
  | 'argocd'
  | 'kubernetes'
  | 'prometheus'
  | 'alertmanager'
  | 'grafana'
  | 'pagerduty'
  | 'email'
  | (string & {});

/** What a check found out about the credential. */
export interface TokenStanding {
  /** `none`: the source wants none; `unknown`: it does not tell. */
  state: 'valid' | 'refused' | 'none' | 'unknown';
  /** ISO 8601, where it ends and the source tells. */
  validUntil?: string;
  /** Rights that Portico needs and the credential lacks, as the source names them. */
  missing?: string[];
}

/** One look at one source. */
export interface SourceCheck {
  /** ISO 8601. */
  at: string;
  reachable: boolean;
  /** Milliseconds until the answer. */
  latencyMs?: number;
  /** Version, organisation or account that answered, e.g. `Prometheus 2.42.0`. */
  answeredAs?: string;
  token: TokenStanding;
  /** What was tried, on what, what came back, what to do. No secrets. */
  message?: string;
}

/** How much of what was asked came back, lately. */
export interface SourceCoverage {
  /** ISO 8601: when it was asked. */
  at: string;
  /** Who asked, e.g. `health`. */
  by: string;
  asked: number;
  answered: number;
  message?: string;
}

/** One outside system, and how Portico stands with it: an item of `GET /api/sources/sources`. */
export interface SourceStatus {
  /** e.g. `prometheus:mini-org`. */
  id: string;
  kind: SourceKind;
  /** e.g. `Prometheus`. */
  title: string;
  /** Name of the instance, organisation or account. */
  instance?: string;
  /** Where it is, without credentials. */
  url?: string;
  /** What is missing without it, e.g. `Health: request rate, errors, latency, objectives`. */
  usedFor: string;
  /** Where it is configured, e.g. `health.prometheus.instances`. */
  configKey: string;
  state: 'reachable' | 'unreachable' | 'refused' | 'unchecked';
  /** ISO 8601: since when it is in this state. */
  since?: string;
  /** ISO 8601. */
  lastSuccess?: string;
  check?: SourceCheck;
  coverage: SourceCoverage[];
}

/** A system that Portico could use, and that is not configured. */
export interface UnusedSource {
  kind: SourceKind;
  title: string;
  usedFor: string;
  configKey: string;
}

/** Answer of `GET /api/sources/sources`. */
export interface SourceList {
  items: SourceStatus[];
  unused: UnusedSource[];
}
