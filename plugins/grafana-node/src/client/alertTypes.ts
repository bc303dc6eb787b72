/*
 * Rules and silences as Grafana's alerting tells of them, like Prometheus and Alertmanager:
 * https://grafana.com/docs/grafana/latest/developer-resources/api-reference/http-api/api-legacy/alerting/
 */

export type Labels = Readonly<Record<string, string>>;

/** `GET /api/prometheus/:source/api/v1/rules`. */
export interface RuleGroup {
  name: string;
  /** The folder's title, or the file's name of what a data source evaluates. */
  file: string;
  folderUid?: string;
  rules: AlertingRule[];
}

export interface AlertingRule {
  /** `recording` ones alert nobody. */
  type: 'alerting' | 'recording';
  /** Of Grafana's own. */
  uid?: string;
  folderUid?: string;
  name: string;
  state?: string;
  health: string;
  lastError?: string;
  /** ISO 8601. */
  lastEvaluation?: string;
  labels?: Labels;
  annotations?: Labels;
  isPaused?: boolean;
  alerts?: AlertInstance[];
}

/** One series of a rule. */
export interface AlertInstance {
  labels: Labels;
  /** Filled in. */
  annotations?: Labels;
  /** `Normal`, `Alerting`, `Pending`, `NoData`, `Error`; `firing` and `pending` of a data source; with a reason: `Normal (NoData)`. */
  state: string;
  /** ISO 8601. */
  activeAt?: string;
  value?: string;
}

export interface SilenceMatcher {
  name: string;
  value: string;
  isRegex: boolean;
  /** True if absent. */
  isEqual?: boolean;
}

export interface NewSilence {
  matchers: SilenceMatcher[];
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
  createdBy: string;
  comment: string;
}

export interface Silence extends NewSilence {
  id: string;
  status: { state: 'active' | 'pending' | 'expired' };
}
