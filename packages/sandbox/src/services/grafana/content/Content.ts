import type { JsonObject } from '../datasources/Datasource';

/** A folder; that of a team has the team's name as its uid. */
export interface ContentFolder {
  uid: string;
  title: string;
}

/** A dashboard as it is stored: its JSON, in the folder that it lies in. */
export interface ContentDashboard {
  uid: string;
  title: string;
  tags: string[];
  /** Folder; undefined for the root. */
  folderUid?: string;
  /** `classic` is the JSON of `/api/dashboards`, `v2` the spec of `dashboard.grafana.app/v2beta1`. */
  schema: 'classic' | 'v2';
  /** Classic JSON with `uid`, `title` and `tags`, or the spec of a v2 dashboard, which has no uid. */
  json: JsonObject;
}

/** A library panel as `/api/library-elements` has it. */
export interface ContentLibraryPanel {
  uid: string;
  name: string;
  folderUid: string;
  /** Type of the panel. */
  type: string;
  description: string;
  model: JsonObject;
}

/** A Grafana-managed alert rule, as the provisioning API has it: https://grafana.com/docs/grafana/latest/developers/http_api/alerting_provisioning/#provisioned-alert-rule */
export interface ContentAlertRule {
  uid: string;
  title: string;
  folderUID: string;
  ruleGroup: string;
  /** Of the group. */
  orgID: number;
  /** RefId of the entry of `data` that decides. */
  condition: string;
  data: {
    refId: string;
    queryType: string;
    relativeTimeRange: { from: number; to: number };
    datasourceUid: string;
    model: JsonObject;
  }[];
  noDataState: 'NoData' | 'OK' | 'Alerting';
  execErrState: 'Error' | 'OK' | 'Alerting';
  /** e.g. `1m`. */
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  isPaused: boolean;
}

/** What the mini-org's Grafana holds before anybody changes it. */
export interface Content {
  folders: ContentFolder[];
  dashboards: ContentDashboard[];
  libraryPanels: ContentLibraryPanel[];
  alertRules: ContentAlertRule[];
}
