import type { Labels } from '../series/SeriesSource';

/** An alert as `/api/v1/alerts` has it. */
export interface ActiveAlert {
  labels: Labels;
  annotations: Labels;
  state: 'pending' | 'firing';
  /** RFC 3339. */
  activeAt: string;
  /** In exponent form, e.g. `1e+00`. */
  value: string;
}

/** A rule as `/api/v1/rules` has it. */
export interface RuleState {
  state: 'inactive' | 'pending' | 'firing';
  name: string;
  query: string;
  /** Seconds. */
  duration: number;
  keepFiringFor: number;
  labels: Labels;
  annotations: Labels;
  alerts: ActiveAlert[];
  health: 'ok' | 'err' | 'unknown';
  lastError?: string;
  /** Seconds. */
  evaluationTime: number;
  lastEvaluation: string;
  type: 'alerting';
}

/** A group as `/api/v1/rules` has it. */
export interface RuleGroupState {
  name: string;
  file: string;
  rules: RuleState[];
  /** Seconds. */
  interval: number;
  limit: number;
  evaluationTime: number;
  lastEvaluation: string;
}

/** Where the API has rules and alerts from. */
export interface RuleGroups {
  groups(): RuleGroupState[];
}
