import type { Entity } from '@backstage/catalog-model';
import type {
  DashboardList,
  DashboardSummary,
  DashboardView,
  GrafanaAlertList,
  GrafanaAlertRule,
  PanelData,
  PanelField,
  PanelView,
  VariableView,
} from '@portico/plugin-grafana-common';

/** A moment of the story's day, in which *orders* is degraded since 13:50 UTC. */
export const at = (time: string) =>
  new Date(`2026-11-20T${time}Z`).toISOString();

export const ORDERS_REF = 'component:default/orders';
const GRAFANA = 'http://grafana.example';

export const ordersEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service', owner: 'group:default/commerce' },
};

/** A dashboard of *orders*. */
export const summary = (uid: string, title: string): DashboardSummary => ({
  instance: 'mini-org',
  uid,
  title,
  folder: { uid: 'commerce', title: 'Commerce' },
  tags: ['orders'],
  url: `${GRAFANA}/d/${uid}`,
  because: 'selector',
});

export const ordersList: DashboardList = {
  items: [
    summary('orders-red', 'Orders / RED'),
    summary('orders-logs', 'Orders / Logs'),
  ],
  overview: { instance: 'mini-org', uid: 'orders-red', panelIds: [2, 3] },
  selector: "tags @> 'orders'",
  failures: [],
  asOf: at('14:02:30'),
};

/** A variable of few values, of which the first is chosen. */
export const variable = (
  changes: Partial<VariableView> & Pick<VariableView, 'name'>,
): VariableView => {
  const options = changes.options ?? [
    { text: 'production', value: 'production' },
    { text: 'staging', value: 'staging' },
  ];
  return {
    type: 'query',
    hide: 'no',
    multi: false,
    includeAll: false,
    current: options.slice(0, 1).map(({ value }) => value),
    options,
    ...changes,
  };
};

/** A panel of half the width. */
export const panel = (
  changes: Partial<PanelView> & Pick<PanelView, 'id'>,
): PanelView => ({
  key: `${changes.id}`,
  kind: 'panel',
  title: `Panel ${changes.id}`,
  type: 'timeseries',
  drawn: 'native',
  grid: { x: 0, y: 0, w: 12, h: 8 },
  options: {},
  datasource: 'Prometheus',
  url: `${GRAFANA}/d/orders-red?viewPanel=${changes.id}`,
  exploreUrl: `${GRAFANA}/explore?panel=${changes.id}`,
  ...changes,
});

export const p95 = panel({
  id: 2,
  title: 'p95 by route',
  description: 'Slowest of **twenty** requests, see [the runbook](http://r).',
});

export const connections = panel({
  id: 3,
  title: 'Connections to orders-db',
  grid: { x: 12, y: 0, w: 12, h: 8 },
});

export const redView: DashboardView = {
  instance: 'mini-org',
  uid: 'orders-red',
  title: 'Orders / RED',
  tags: ['orders'],
  schema: 'classic',
  url: `${GRAFANA}/d/orders-red`,
  time: { from: 'now-1h', to: 'now' },
  refresh: '30s',
  crosshair: 'crosshair',
  variables: [variable({ name: 'environment', label: 'Environment' })],
  panels: [p95, connections],
  asOf: at('14:02:30'),
};

const times = ['13:58', '13:59', '14:00', '14:01'].map(time =>
  Date.parse(at(time)),
);

const series = (
  displayName: string,
  values: (number | null)[],
): PanelField => ({
  name: displayName,
  displayName,
  type: 'number',
  values,
  config: { unit: 'ms' },
  labels: { route: displayName },
});

export const p95Data: PanelData = {
  frames: [
    {
      refId: 'A',
      length: times.length,
      fields: [
        {
          name: 'Time',
          displayName: 'Time',
          type: 'time',
          values: times,
          config: {},
        },
        series('POST /orders', [228, null, 480, 512.5]),
        series('=cmd()', [180, 190, 340, 344]),
      ],
    },
  ],
  from: times[0],
  to: times[3],
  stepMs: 60_000,
  notices: [],
  failures: [],
  asOf: at('14:02:30'),
  asked: { ms: 34, requests: 1 },
};

export const noData: PanelData = { ...p95Data, frames: [] };

/** A rule that is fine unless told otherwise. */
export const rule = (
  changes: Partial<GrafanaAlertRule> & Pick<GrafanaAlertRule, 'name'>,
): GrafanaAlertRule => ({
  instance: 'mini-org',
  uid: changes.name.toLocaleLowerCase(),
  group: 'orders',
  folder: 'Commerce',
  managedBy: { kind: 'grafana' },
  state: 'normal',
  labels: { service: 'orders', severity: 'warning' },
  instances: [],
  silences: [],
  url: `${GRAFANA}/alerting/${changes.name}`,
  ...changes,
});

export const latencyHigh = rule({
  name: 'OrdersLatencyHigh',
  state: 'firing',
  summary: 'p95 480 ms, objective 300 ms',
  since: at('13:55'),
  runbookUrl: 'http://runbooks/orders-latency',
  instances: [
    {
      labels: { route: 'POST /orders' },
      state: 'firing',
      value: '480 ms',
      activeAt: at('13:55'),
      silenced: false,
    },
  ],
});

export const ordersAlerts: GrafanaAlertList = {
  items: [latencyHigh, rule({ name: 'OrdersErrorsHigh' })],
  selector: 'service=orders',
  failures: [],
  asOf: at('14:02:30'),
};
