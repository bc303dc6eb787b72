const NEVER = '0001-01-01T00:00:00Z';

/** What Grafana itself evaluates. */
export const GRAFANA_GROUPS = [
  {
    name: 'orders',
    file: 'Commerce',
    folderUid: 'commerce',
    rules: [
      {
        type: 'alerting',
        uid: 'orders-pool',
        name: 'Pool is full',
        state: 'pending',
        health: 'ok',
        lastEvaluation: '2026-11-21T12:00:00Z',
        labels: { service: 'orders', __private__: 'x' },
        annotations: {
          summary: 'Pool of {{ $labels.pod }} is full',
          runbook_url: 'data:text/html,not-a-page',
          __dashboardUid__: 'orders-red',
          __panelId__: '4',
        },
        alerts: [
          {
            labels: { service: 'orders', pod: 'a' },
            annotations: {},
            state: 'Normal',
            activeAt: NEVER,
            value: '',
          },
          {
            labels: { service: 'orders', pod: 'b' },
            annotations: { summary: 'Pool of b is full' },
            state: 'Pending',
            activeAt: '2026-11-21T11:58:00Z',
            value: '0.97',
          },
        ],
      },
      {
        type: 'alerting',
        uid: 'orders-paused',
        name: 'Old one',
        state: 'inactive',
        health: 'ok',
        isPaused: true,
        labels: { service: 'orders' },
      },
      {
        type: 'alerting',
        uid: 'orders-broken',
        name: 'Asks nonsense',
        state: 'inactive',
        health: 'error',
        lastError: 'parse error',
        labels: { service: 'orders' },
      },
      { type: 'recording', name: 'ratio', labels: { service: 'orders' } },
    ],
  },
  {
    name: 'all',
    file: 'Platform',
    folderUid: 'platform',
    rules: [
      {
        type: 'alerting',
        uid: 'errors',
        name: 'Errors',
        state: 'firing',
        health: 'ok',
        labels: { severity: 'page' },
        alerts: ['orders', 'cart'].map(service => ({
          labels: { service, severity: 'page' },
          state: service === 'orders' ? 'Alerting' : 'Normal (NoData)',
          activeAt: '2026-11-21T11:50:00Z',
        })),
      },
      {
        type: 'alerting',
        uid: 'payments',
        name: 'Of somebody else',
        state: 'firing',
        health: 'ok',
        labels: { service: 'payments' },
      },
    ],
  },
];

/** What a Prometheus evaluates. */
export const PROMETHEUS_GROUPS = [
  {
    name: 'slo',
    file: 'slo.yaml',
    rules: [
      {
        type: 'alerting',
        name: 'Budget burns',
        state: 'inactive',
        health: 'ok',
        labels: { service: 'orders' },
        annotations: { runbook_url: 'https://runbooks.example/budget' },
        alerts: [],
      },
    ],
  },
];
