import type { JsonObject } from '@backstage/types';

/** An instance of Grafana that could not say. */
export interface InstanceFailure {
  /** Name of the instance in the config. */
  instance: string;
  /** See {@link GRAFANA_PROBLEMS}. */
  problem: string;
  message: string;
}

/** One dashboard of an entity. */
export interface DashboardSummary {
  /** Name of the instance in the config. */
  instance: string;
  uid: string;
  title: string;
  folder?: { uid: string; title: string };
  tags: string[];
  /** Its page in Grafana, as people reach it. */
  url: string;
  /** Why it is the entity's. */
  because: 'selector' | 'name' | 'overview';
}

/** Panels that the overview of an entity shows. */
export interface OverviewChoice {
  instance: string;
  uid: string;
  /** One to four. */
  panelIds: number[];
}

/** All dashboards of an entity: `GET /dashboards/:kind/:namespace/:name`. */
export interface DashboardList {
  items: DashboardSummary[];
  overview?: OverviewChoice;
  /** The expression that chose them, for whoever misses one. */
  selector: string;
  /** Instances that did not answer; their dashboards may be missing. */
  failures: InstanceFailure[];
  /** True where no instance is configured. */
  unconfigured?: boolean;
  /** ISO 8601; when the list was read from Grafana. */
  asOf: string;
}

/** One value that a variable can take. `$__all` stands for all of them. */
export interface VariableOption {
  text: string;
  value: string;
}

/** One condition of an ad hoc filter. */
export interface AdHocFilter {
  key: string;
  operator: '=' | '!=' | '=~' | '!~' | '=|' | '!=|' | '<' | '>';
  value: string;
}

/** A template variable with what it offers and what is chosen. */
export interface VariableView {
  name: string;
  label?: string;
  description?: string;
  type:
    | 'query'
    | 'custom'
    | 'constant'
    | 'interval'
    | 'datasource'
    | 'adhoc'
    | 'textbox';
  hide: 'no' | 'label' | 'variable';
  multi: boolean;
  includeAll: boolean;
  /** Values chosen; `['$__all']` for all. Empty for `adhoc`. */
  current: string[];
  options: VariableOption[];
  /** How many options there are beyond those that are sent. */
  more?: number;
  /** Chosen filters of an `adhoc` variable. */
  filters?: AdHocFilter[];
  /** Keys that an `adhoc` variable offers; values of one: `GET …/variables/:variable/values?key=`. */
  keys?: string[];
  /** True where the value was taken from the entity. */
  fromEntity?: boolean;
  /** Why its options could not be learnt. */
  problem?: { name: string; message: string };
}

/** Where a panel lies in Grafana's grid: 24 columns, rows of 30 px with gaps of 8 px. */
export interface GridPosition {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** How a panel is shown: drawn here, as a picture that Grafana renders, or as a link. */
export type Drawn = 'native' | 'picture' | 'link';

/** A panel, or a row of them, as it stands on the page; repeated ones once for each value. */
export interface PanelView {
  /** Unique on the page: `4`, or `4-clone-2` for the third of a repeated one. */
  key: string;
  /** Grafana's id of the panel. */
  id: number;
  kind: 'panel' | 'row';
  title: string;
  /** Markdown. */
  description?: string;
  /** Grafana's id of the kind of panel, e.g. `timeseries`; that of its successor for old ones (`graph`, `singlestat`, `table-old`). */
  type: string;
  drawn: Drawn;
  /** Why it is not drawn here, in one sentence. */
  why?: string;
  /** y counts from the top of the page, over rows that are open. */
  grid: GridPosition;
  /** Key of the row that it is in. */
  row?: string;
  /** Of a row: closed at first. */
  collapsed?: boolean;
  transparent?: boolean;
  /** Values of the variables that it is repeated over. */
  scope?: Record<string, string>;
  /** Its own time, e.g. `Last 24 hours` or `1 week earlier`. */
  timeInfo?: string;
  /** Options of the panel as Grafana keeps them (`panel.options`), values filled in, without queries. */
  options: JsonObject;
  /** Of a text panel: HTML that is safe to show. */
  html?: string;
  /** Name of the data source, for whoever reads how the panel knows. */
  datasource?: string;
  /** In Grafana, with range and values kept. */
  url: string;
  /** Grafana's Explore with its queries, range and values, where the data source can be explored. */
  exploreUrl?: string;
}

/** A dashboard for a range and for chosen values: `GET /dashboards/:kind/:namespace/:name/:instance/:uid`. */
export interface DashboardView {
  instance: string;
  uid: string;
  title: string;
  description?: string;
  tags: string[];
  /** `classic` JSON, or `v2` (`dashboard.grafana.app/v2…`). */
  schema: 'classic' | 'v2';
  /** In Grafana, with range and values kept. */
  url: string;
  /** What the dashboard itself would show: Grafana's expressions, e.g. `now-6h`. */
  time: { from: string; to: string };
  /** How often it wants to be read again, e.g. `30s`; absent for never. */
  refresh?: string;
  /** Whether the crosshair, or crosshair and values, are shared. */
  crosshair: 'off' | 'crosshair' | 'values';
  variables: VariableView[];
  panels: PanelView[];
  /** ISO 8601; when the dashboard was read from Grafana. */
  asOf: string;
}
