/** Label `severity`: somebody is called, somebody is told, or it is only shown. */
export type Severity = 'page' | 'warning' | 'info';

/** An alerting rule, as a rules file has it. */
export interface AlertingRule {
  alert: string;
  /** PromQL; whatever it yields is an alert. */
  expr: string;
  /** How long it must hold, e.g. `1m`. */
  for: string;
  /** Values may be templates, see {@link expandTemplate}. */
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/** Rules that are evaluated one after another. */
export interface RuleGroup {
  name: string;
  rules: AlertingRule[];
}
