import type { StoredAlertRule } from '../model/types';

/** As Grafana calls the states of one series of a rule; with the reason in brackets where data or an error made it so. */
export type InstanceState =
  | 'Normal'
  | 'Pending'
  | 'Alerting'
  | 'NoData'
  | 'Error'
  | `${'Normal' | 'Alerting'} (${'NoData' | 'Error'})`;

/** One series of a rule. */
export interface AlertInstance {
  /** Of the series alone; names it within the rule. */
  labels: Record<string, string>;
  state: InstanceState;
  /** Since when the condition is as it is; milliseconds since 1970. */
  since: number;
  /** What each query gave for it, by refId. */
  values: Record<string, number>;
}

/** What became of a rule's last evaluation. Kept in the store. */
export interface RuleStatus {
  health: 'ok' | 'error' | 'nodata' | 'unknown';
  lastError?: string;
  /** Milliseconds since 1970; 0 before the first. */
  evaluatedAt: number;
  evaluationSeconds: number;
  instances: AlertInstance[];
}

/** A rule with what is known of it. */
export interface EvaluatedRule {
  rule: StoredAlertRule;
  status: RuleStatus;
}

/** What is known of a rule that was never evaluated. */
export const UNKNOWN: RuleStatus = {
  health: 'unknown',
  evaluatedAt: 0,
  evaluationSeconds: 0,
  instances: [],
};

export function isFiring({ state }: AlertInstance): boolean {
  return state.startsWith('Alerting');
}
