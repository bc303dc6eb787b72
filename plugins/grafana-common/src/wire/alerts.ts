import type { InstanceFailure } from './dashboards';

/** As Grafana names them, worst first: firing, in error, pending, without data, normal, paused. */
export type GrafanaAlertState =
  | 'firing'
  | 'error'
  | 'pending'
  | 'no-data'
  | 'normal'
  | 'paused';

/** A time for which alerts are muted. */
export interface GrafanaSilence {
  id: string;
  createdBy: string;
  comment: string;
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
  url: string;
  /** Whether it names this rule alone, so that it can be ended here. */
  own: boolean;
}

/** One series of a rule. */
export interface GrafanaAlertInstance {
  labels: Record<string, string>;
  state: GrafanaAlertState;
  value?: string;
  /** ISO 8601; since when. */
  activeAt?: string;
  silenced: boolean;
}

/** An alert rule of an entity. */
export interface GrafanaAlertRule {
  instance: string;
  /** Of a Grafana-managed rule. */
  uid?: string;
  name: string;
  group: string;
  folder: string;
  /** Who evaluates it: Grafana itself, or the data source of that name. */
  managedBy: { kind: 'grafana' } | { kind: 'datasource'; name: string };
  state: GrafanaAlertState;
  labels: Record<string, string>;
  summary?: string;
  description?: string;
  runbookUrl?: string;
  /** ISO 8601; the oldest of its firing or pending instances. */
  since?: string;
  lastEvaluation?: string;
  /** Why it is in error. */
  lastError?: string;
  instances: GrafanaAlertInstance[];
  /** Instances beyond those that are sent. */
  more?: number;
  silences: GrafanaSilence[];
  /** Its page in Grafana. */
  url: string;
  /** The panel that shows what it watches. */
  panel?: { uid: string; id: number };
}

/** All rules of an entity, worst first: `GET /alerts/:kind/:namespace/:name`. */
export interface GrafanaAlertList {
  items: GrafanaAlertRule[];
  /** E.g. `service=orders`. */
  selector: string;
  failures: InstanceFailure[];
  /** ISO 8601. */
  asOf: string;
}

/** `POST /silences/:kind/:namespace/:name`: mutes one rule of the entity. */
export interface SilenceRequest {
  instance: string;
  ruleUid: string;
  /** 5 to 1440. */
  minutes: number;
  comment: string;
}
