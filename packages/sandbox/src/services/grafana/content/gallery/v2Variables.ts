import type { JsonObject } from '../../datasources';

/** One of each kind of variable in the second schema. */
export function v2Variables(): JsonObject[] {
  const base = {
    hide: 'dontHide',
    skipUrlSync: false,
    multi: false,
    includeAll: false,
    allowCustomValue: true,
  };
  const labels = (name: string, query: string, value: string) => ({
    kind: 'QueryVariable',
    spec: {
      ...base,
      name,
      current: { text: value, value },
      options: [],
      refresh: 'onTimeRangeChanged',
      regex: '',
      sort: 'alphabeticalAsc',
      query: {
        kind: 'DataQuery',
        group: 'prometheus',
        version: 'v0',
        datasource: { name: 'prometheus' },
        spec: { query, refId: 'A' },
      },
    },
  });
  const plain = (
    kind: string,
    name: string,
    query: string,
    value: string,
    more: JsonObject = {},
  ) => ({
    kind,
    spec: {
      ...base,
      name,
      query,
      current: { text: value, value },
      options: [],
      ...more,
    },
  });
  return [
    labels('service', 'label_values(up, service)', 'orders'),
    labels(
      'environment',
      'label_values(up{service="$service"}, environment)',
      'production',
    ),
    {
      kind: 'CustomVariable',
      spec: {
        ...base,
        name: 'team',
        query: 'commerce,payments,platform',
        multi: true,
        includeAll: true,
        current: {
          text: ['commerce', 'payments'],
          value: ['commerce', 'payments'],
        },
        options: ['commerce', 'payments', 'platform'].map(value => ({
          text: value,
          value,
          selected: value !== 'platform',
        })),
      },
    },
    plain(
      'ConstantVariable',
      'cluster',
      'mini-org-production',
      'mini-org-production',
      { hide: 'hideVariable' },
    ),
    plain('IntervalVariable', 'interval', '1m,5m,15m', '5m', {
      auto: false,
      auto_count: 30,
      auto_min: '10s',
      refresh: 'onTimeRangeChanged',
    }),
    plain('TextVariable', 'search', 'error', 'error'),
    {
      kind: 'DatasourceVariable',
      spec: {
        ...base,
        name: 'datasource',
        pluginId: 'prometheus',
        regex: '',
        refresh: 'onDashboardLoad',
        current: { text: 'Prometheus', value: 'prometheus' },
        options: [],
      },
    },
    {
      kind: 'AdhocVariable',
      group: 'prometheus',
      datasource: { name: 'prometheus' },
      spec: {
        name: 'Filters',
        hide: 'dontHide',
        skipUrlSync: false,
        allowCustomValue: true,
        baseFilters: [],
        filters: [],
        defaultKeys: [],
      },
    },
  ];
}
