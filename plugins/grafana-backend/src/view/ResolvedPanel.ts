import type { JsonArray, JsonObject } from '@backstage/types';
import type { GrafanaClient } from '@portico/plugin-grafana-node';
import type { BuiltIns } from '../variables/builtIns';
import type { VariableValues } from '../variables/VariableValues';

/** A data source as a panel names it, found among those of the instance. */
export interface PanelDatasource {
  uid: string;
  /** E.g. `prometheus`; `__expr__` for expressions. */
  type: string;
  name: string;
  /** E.g. the scrape interval: `timeInterval`. */
  jsonData?: JsonObject;
}

/** One query of a panel. */
export interface ResolvedTarget {
  refId: string;
  /** Not shown; an expression may need it. */
  hide: boolean;
  /** As Grafana keeps it, variables not filled in, `datasource` as `{ uid, type }`. */
  query: JsonObject;
  /** Undefined where there is none any more; then `missing` says which. */
  datasource?: PanelDatasource;
  /** Name or uid of a data source that Grafana does not know. */
  missing?: string;
}

/** The time that a panel is about. */
export interface PanelRange {
  from: Date;
  to: Date;
  /** Grafana's expressions, e.g. `now-6h`, or milliseconds. */
  raw: { from: string; to: string };
}

/**
 * A panel as it is asked for: from Grafana's JSON, with library panel filled in, migrated to the newest kind,
 * variables chosen, repetition applied. Never sent to the browser.
 */
export interface ResolvedPanel {
  client: GrafanaClient;
  /** Name of the instance. */
  instance: string;
  /** For a key of a cache: changes with each change of the dashboard. */
  version: string;
  dashboardUid: string;
  dashboardTitle: string;
  entityRef: string;
  /** As in {@link PanelView}. */
  key: string;
  id: number;
  /** Newest name of its kind, e.g. `timeseries`. */
  type: string;
  title: string;
  targets: ResolvedTarget[];
  /** Of the panel; undefined where it is mixed, has none, or has one that is gone. */
  datasource?: PanelDatasource;
  /** `DataTransformerConfig[]` of `@grafana/data`. */
  transformations: JsonArray;
  /** `FieldConfigSource` of `@grafana/data`. */
  fieldConfig: JsonObject;
  options: JsonObject;
  /** Points that the panel itself wants. */
  maxDataPoints?: number;
  /** Least interval, e.g. `30s`; variables not filled in. */
  interval?: string;
  /** Seconds that an answer may be kept, as Grafana's own query caching has it; absent if unset. */
  queryCachingTtlMs?: number;
  /** What the panel asks for: its own time and its time shift are applied already. */
  range: PanelRange;
  /** Variables with what is chosen, with the values of its repetition. */
  values: VariableValues;
  /** `$__from`, `$__dashboard` …, without those that an interval decides: see `builtInsOf`. */
  builtIns: BuiltIns;
  /** Another panel of the dashboard, for what shows its data (the data source `-- Dashboard --`); undefined if there is none. */
  sibling?(id: number): Promise<ResolvedPanel | undefined>;
}
