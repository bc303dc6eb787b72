import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import type {
  AdHocFilter,
  GridPosition,
  VariableOption,
  VariableView,
} from '@portico/plugin-grafana-common';

/** A data source as JSON names it: by uid and type, by its old name, or a variable; undefined is the default one. */
export type DatasourceRef =
  | string
  | { uid?: string; type?: string }
  | undefined;

/** A dashboard, whichever schema it is kept in. */
export interface DashboardModel {
  uid: string;
  title: string;
  description?: string;
  tags: string[];
  schema: 'classic' | 'v2';
  /** Changes with each change. */
  version: string;
  time: { from: string; to: string };
  refresh?: string;
  crosshair: 'off' | 'crosshair' | 'values';
  variables: VariableModel[];
  sections: SectionModel[];
}

/** Panels at the top, or below the heading of a row. */
export interface SectionModel {
  row?: RowModel;
  /** y counts from the first line below the heading. */
  panels: PanelModel[];
}

export interface RowModel {
  id: number;
  title: string;
  collapsed: boolean;
  /** Name of the variable for each of whose values the section comes again. */
  repeat?: string;
}

export interface PanelModel {
  id: number;
  type: string;
  title: string;
  description?: string;
  grid: GridPosition;
  repeat?: { variable: string; direction: 'h' | 'v'; maxPerRow: number };
  transparent: boolean;
  /** What it is taken from; `problem` if that is gone. */
  library?: { uid: string; name: string };
  /** Why it can't be shown. */
  problem?: { name: string; message: string };
  datasource?: DatasourceRef;
  targets: TargetModel[];
  transformations: JsonArray;
  fieldConfig: JsonObject;
  options: JsonObject;
  maxDataPoints?: number;
  interval?: string;
  timeFrom?: string;
  timeShift?: string;
  hideTimeOverride: boolean;
  queryCachingTtlMs?: number;
}

export interface TargetModel {
  refId: string;
  hide: boolean;
  datasource?: DatasourceRef;
  /** Without `datasource`, `refId` and `hide`. */
  query: JsonObject;
}

/** A template variable as the dashboard has it. */
export interface VariableModel {
  name: string;
  label?: string;
  description?: string;
  type: VariableView['type'];
  hide: VariableView['hide'];
  multi: boolean;
  includeAll: boolean;
  allValue?: string;
  /** Of `query`: what is asked; text or the data source's own object. Of the others: what they are made of. */
  query: JsonValue;
  datasource?: DatasourceRef;
  regex: string;
  /** Whether `regex` looks at values or at texts. */
  regexApplyTo: 'value' | 'text';
  /** 0 to 8: https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/add-template-variables/ */
  sort: number;
  /** Kept in the dashboard; of `query` they are old. */
  options: VariableOption[];
  /** What it was saved with. */
  current: string[];
  currentTexts: string[];
  /** Of `interval`. */
  auto?: { count: number; min: string };
  /** Of `adhoc`. */
  filters: AdHocFilter[];
  /** Of `adhoc`: always there, not to be taken away. */
  baseFilters: AdHocFilter[];
  /** Of `adhoc`: keys that it offers, instead of asking. */
  keys?: string[];
}
