import type { JsonObject } from '@backstage/types';
import type { GrafanaClient } from '@portico/plugin-grafana-node';
import { builtInsOf } from '../../variables/builtIns';
import type {
  ChosenValue,
  VariableValues,
} from '../../variables/VariableValues';
import type {
  PanelDatasource,
  ResolvedPanel,
  ResolvedTarget,
} from '../../view/ResolvedPanel';

export const PROMETHEUS: PanelDatasource = {
  uid: 'prometheus',
  type: 'prometheus',
  name: 'Prometheus',
};

/** A query of a panel; of Prometheus unless it says otherwise. */
export function target(
  refId: string,
  query: JsonObject = {},
  more: Partial<ResolvedTarget> = {},
): ResolvedTarget {
  return { refId, hide: false, query, datasource: PROMETHEUS, ...more };
}

/** Values of one variable. */
export function chosen(...values: string[]): ChosenValue {
  return {
    type: 'custom',
    multi: values.length > 1,
    includeAll: false,
    all: false,
    values,
    texts: values,
  };
}

/** A panel with one query and an hour of time. */
export function createPanel(
  client: GrafanaClient,
  facts: Partial<ResolvedPanel> = {},
): ResolvedPanel {
  const range = facts.range ?? {
    from: new Date(0),
    to: new Date(3_600_000),
    raw: { from: 'now-1h', to: 'now' },
  };
  const values: VariableValues = facts.values ?? new Map();
  const dashboard = { uid: 'orders-red', title: 'Orders / RED' };
  return {
    client,
    instance: client.instance.name,
    version: '1',
    dashboardUid: dashboard.uid,
    dashboardTitle: dashboard.title,
    entityRef: 'component:default/orders',
    key: '4',
    id: 4,
    type: 'timeseries',
    title: 'p95 by route',
    targets: [target('A', { expr: 'up' })],
    transformations: [],
    fieldConfig: { defaults: {}, overrides: [] },
    options: {},
    range,
    values,
    builtIns: builtInsOf({ range, dashboard, values }),
    ...facts,
  };
}
