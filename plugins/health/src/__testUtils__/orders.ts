import type {
  HealthChart,
  HealthSignal,
  HealthVerdict,
  ResponseOffer,
  Timeline,
} from '@portico/plugin-health-common';

/** When the story of the fixtures is told: *orders* is degraded since 13:50 UTC. */
export const NOW = new Date('2026-11-20T14:02:31Z');

/** A moment of the story's day, e.g. `13:50`. */
export const at = (time: string) =>
  new Date(`2026-11-20T${time}Z`).toISOString();

export const ORDERS_REF = 'component:default/orders';

/** The entity of the story. */
export const ordersEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service', owner: 'group:default/commerce' },
};

/** A signal that is fine unless told otherwise. */
export function signal(
  changes: Partial<HealthSignal> & Pick<HealthSignal, 'id' | 'title' | 'kind'>,
): HealthSignal {
  return {
    provider: changes.id.split(':')[0],
    state: 'healthy',
    environment: 'production',
    observedAt: at('14:02:28'),
    ...changes,
  };
}

const prometheus = { title: 'Prometheus', url: 'http://prometheus/graph' };

export const latency = signal({
  id: 'prometheus:latency-p95',
  kind: 'latency',
  title: 'p95 latency',
  state: 'degraded',
  value: { value: 0.48, unit: 'seconds' },
  limit: { value: 0.3, unit: 'seconds', kind: 'objective' },
  excess: 1.6,
  since: at('13:50'),
  figure: 'latencyP95Seconds',
  serving: true,
  evidence: prometheus,
});

export const alert = signal({
  id: 'alertmanager:OrdersLatencyHigh:production',
  kind: 'alert',
  title: 'Alert OrdersLatencyHigh',
  state: 'degraded',
  text: 'firing',
  since: at('13:55'),
  evidence: { title: 'Alertmanager', url: 'http://alertmanager/#/alerts' },
  reference: { fingerprint: 'f1', severity: 'warning' },
});

export const errors = signal({
  id: 'prometheus:errors',
  kind: 'errors',
  title: 'Errors',
  value: { value: 0.0008, unit: 'ratio' },
  limit: { value: 0.001, unit: 'ratio', kind: 'objective' },
  figure: 'errorRatio',
  evidence: prometheus,
});

export const replicas = signal({
  id: 'kubernetes:eks:orders:replicas',
  kind: 'workload',
  title: 'Replicas of orders',
  instance: 'eks-production',
  value: { value: 6, unit: 'count', of: 6 },
  limit: { value: 6, unit: 'count', kind: 'wanted' },
});

/** The verdict of the story. */
export function ordersVerdict(
  changes: Partial<HealthVerdict> = {},
): HealthVerdict {
  return {
    entityRef: ORDERS_REF,
    title: 'orders',
    state: 'degraded',
    since: at('13:50'),
    headline: 'p95 latency 480 ms, objective 300 ms.',
    tier: 'critical',
    figures: {
      requestsPerSecond: {
        value: { value: 182, unit: 'perSecond' },
        state: 'healthy',
      },
      errorRatio: {
        value: { value: 0.0008, unit: 'ratio' },
        state: 'healthy',
        limit: { value: 0.001, unit: 'ratio' },
      },
      latencyP95Seconds: {
        value: { value: 0.48, unit: 'seconds' },
        state: 'degraded',
        limit: { value: 0.3, unit: 'seconds' },
      },
      errorBudgetLeft: {
        value: { value: 0.61, unit: 'ratio' },
        state: 'healthy',
      },
      burnRate: { value: { value: 6.2, unit: 'multiple' }, state: 'degraded' },
    },
    recent: {
      from: at('13:02'),
      stepSeconds: 60,
      requestsPerSecond: [176, 180, null, 182],
      errorRatio: [0.0007, 0.0008, null, 0.0008],
      latencyP95Seconds: [0.22, 0.23, null, 0.48],
      errorBudgetLeft: [0.63, 0.62, 0.62, 0.61],
    },
    leading: 'latencyP95Seconds',
    onCall: [
      { name: 'Priya Raman', level: 1, until: '2026-11-21T09:00:00Z' },
      { name: 'Tomás Vidal', level: 2 },
    ],
    reasons: [latency, alert],
    ruledOut: [errors, replicas],
    signals: [latency, alert, errors, replicas],
    sources: [
      { provider: 'prometheus', title: 'Prometheus', state: 'answered' },
      { provider: 'alertmanager', title: 'Alertmanager', state: 'answered' },
      { provider: 'kubernetes', title: 'Kubernetes', state: 'answered' },
      {
        provider: 'argocd',
        title: 'Argo CD',
        state: 'stale',
        answeredAt: at('14:01:02'),
        message: '503 after 3 tries',
        path: '/sources#argocd',
      },
    ],
    startedAfter: {
      at: at('13:47'),
      revision: '7f3c2a1',
      environment: 'production',
      url: 'http://argocd/applications/orders',
      seconds: 180,
    },
    asOf: at('14:02:31'),
    nextAt: at('14:03:31'),
    problems: [],
    ...changes,
  };
}

/** A verdict without bad news. */
export const healthyVerdict = () =>
  ordersVerdict({
    state: 'healthy',
    headline: '',
    since: '2026-11-14T10:00:00Z',
    reasons: [],
    startedAfter: undefined,
  });

export const ordersTimeline: Timeline = {
  events: [
    {
      id: 'e2',
      at: at('13:50'),
      kind: 'verdict',
      title: 'Degraded: p95 latency 480 ms',
      state: 'degraded',
    },
    {
      id: 'e1',
      at: at('13:47'),
      kind: 'deploy',
      title: 'Deploy 7f3c2a1 to production',
      mark: '7f3c2a1',
      link: 'http://argocd/applications/orders',
    },
  ],
  problems: [],
};

export const ordersOffers: ResponseOffer[] = [
  {
    id: 'argocd:roll-back:orders',
    kind: 'roll-back',
    title: 'Roll back',
    link: '/create/templates/default/rollback',
    allowed: true,
  },
  {
    id: 'alertmanager:silence:f1',
    kind: 'silence',
    title: 'Silence OrdersLatencyHigh',
    text: 'Nobody is told of it while it is silenced.',
    allowed: true,
    input: ['comment', 'duration'],
  },
  {
    id: 'pagerduty:page:P1',
    kind: 'page',
    title: 'Page Priya Raman',
    allowed: false,
    reason: 'Paging is for commerce and platform.',
    input: ['comment'],
  },
];

/** A chart of three routes with a gap. */
export const latencyChart: HealthChart = {
  chart: 'latency',
  unit: 'seconds',
  times: ['13:02', '13:22', '13:42', '13:57', '14:02'].map(time =>
    Date.parse(at(time)),
  ),
  series: [
    { name: 'p95', values: [0.228, 0.23, null, 0.512, 0.48] },
    { name: 'p50', values: [0.1, 0.1, null, 0.2, 0.21] },
  ],
  limit: { value: 0.3, title: 'objective 300 ms' },
  source: { title: 'Prometheus', url: 'http://prometheus/graph' },
  asOf: at('14:02:30'),
  queries: 2,
  seconds: 0.15,
};
