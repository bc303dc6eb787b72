import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  DashboardList,
  DashboardView,
  GrafanaAlertList,
  GrafanaSilence,
  PanelData,
  SilenceRequest,
  VariableOption,
} from '@portico/plugin-grafana-common';

/** A dashboard as one of an entity's. */
export interface DashboardAddress {
  /** E.g. `component:default/orders`. */
  entityRef: string;
  /** Name of the Grafana instance in the config. */
  instance: string;
  uid: string;
}

/** For which time and which values a dashboard is asked; what is left out is what the dashboard itself would show. */
export interface DashboardQuery {
  /** Grafana's expression (`now-6h`) or milliseconds since 1970. */
  from?: string;
  to?: string;
  /** Values by name of the variable; conditions of ad hoc filters as `key|operator|value`. */
  values: Record<string, string[]>;
}

/** Which options of a variable are looked for. */
export interface OptionQuery {
  /** Key of an ad hoc filter whose values are asked for. */
  key?: string;
  /** Part of the text of an option. */
  search?: string;
}

/** A picture of a panel in CSS pixels. */
export interface PictureQuery {
  width: number;
  height: number;
  theme: 'light' | 'dark';
}

/**
 * What the pages ask of the Grafana backend. All of it fails with a `ResponseError` whose cause is named as in
 * `GRAFANA_PROBLEMS`, with `NotFoundError` where there is no such entity, or with `NotAllowedError`.
 */
export interface GrafanaApi {
  dashboards(entityRef: string): Promise<DashboardList>;
  dashboard(
    address: DashboardAddress,
    query: DashboardQuery,
    signal?: AbortSignal,
  ): Promise<DashboardView>;
  options(
    address: DashboardAddress,
    variable: string,
    wanted: OptionQuery,
    query: DashboardQuery,
    signal?: AbortSignal,
  ): Promise<VariableOption[]>;
  /** At most six panels are asked for at once; `signal` takes one back, also while it waits. */
  panel(
    address: DashboardAddress,
    key: string,
    query: DashboardQuery & { points: number },
    signal: AbortSignal,
  ): Promise<PanelData>;
  /** A picture that Grafana renders, as a `data:` address. Counts among the six. */
  picture(
    address: DashboardAddress,
    key: string,
    query: DashboardQuery & PictureQuery,
    signal: AbortSignal,
  ): Promise<string>;
  alerts(entityRef: string): Promise<GrafanaAlertList>;
  silence(entityRef: string, request: SilenceRequest): Promise<GrafanaSilence>;
  endSilence(entityRef: string, instance: string, id: string): Promise<void>;
}

/** Client of the Grafana backend. */
export const grafanaApiRef = createApiRef<GrafanaApi>().with({
  id: 'plugin.grafana.client',
  pluginId: 'grafana',
});
