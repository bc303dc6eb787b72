import type {
  AnomalyView,
  CostBasis,
  CostResources,
  CostSummary,
  EntityCost,
  MonthStanding,
} from '@portico/plugin-cost-common';

/** `orders` as on 20 November: 19 days of bills, heading over its budget. */
export const ORDERS = 'component:default/orders';

export const basis: CostBasis = {
  metric: 'effective',
  currency: 'USD',
  converted: ['EUR'],
  through: '2026-11-19',
  openSince: '2026-11-17',
  collectedAt: '2026-11-20T06:10:00.000Z',
  lookedAt: '2026-11-20T06:12:00.000Z',
  problems: [],
};

export const standing: MonthStanding = {
  month: '2026-11',
  toDate: '268.40',
  daysKnown: 19,
  days: 30,
  before: { month: '2026-10', amount: '230.20', change: 0.166 },
  forecast: { amount: '411.2', low: '394.4', high: '431.9' },
  budget: {
    amount: '400',
    from: 'annotation',
    passed: 0.5,
    state: 'heading-over',
    spent: 0.671,
    forecast: 1.028,
  },
};

const days = Array.from(
  { length: 19 },
  (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`,
);
const daily = (amount: string) => days.map(() => amount);

export const anomaly: AnomalyView = {
  id: 'nat-2026-11-02',
  entityRef: ORDERS,
  title: 'orders',
  since: '2026-11-02',
  excess: '1.20',
  factor: 2.4,
  because: 'NAT gateway data: images no longer pass the VPC endpoint.',
  links: [{ title: '9c41e07', url: 'https://github.com/mini-org/orders' }],
  days,
  amounts: daily('2.2'),
  usual: '0.9',
  state: 'open',
};

/** What `GET /entity/component/default/orders` answers. */
export const ordersCost: EntityCost = {
  entityRef: ORDERS,
  covers: [ORDERS],
  hidden: 0,
  basis,
  standing,
  months: Array.from({ length: 13 }, (_, at) => ({
    month: new Date(Date.UTC(2025, 10 + at, 1)).toISOString().slice(0, 7),
    amount: at === 0 ? null : `${300 + at * 5}`,
    ...(at === 12 && { forecast: '411.2' }),
  })),
  chart: {
    days,
    series: [
      { id: 'Databases', title: 'Databases', amounts: daily('6.242105263') },
      { id: 'Compute', title: 'Compute', amounts: daily('7.884210526') },
    ],
    forecast: { days: ['2026-11-20', '2026-11-21'], amounts: ['13', '12.5'] },
  },
  rows: [
    {
      id: 'Compute',
      title: 'Compute',
      kind: 'shared',
      note: 'cluster prod, by OpenCost',
      amount: '149.80',
      change: 0.09,
      daily: daily('7.884210526'),
    },
    {
      id: 'Databases',
      title: 'Databases',
      kind: 'own',
      amount: '118.60',
      change: 0.105,
      daily: daily('6.242105263'),
    },
  ],
  kinds: [
    { kind: 'own', amount: '194.15' },
    { kind: 'shared', amount: '74.25' },
  ],
  environments: [
    { environment: 'production', amount: '210.00', change: 0.12 },
    { environment: 'staging', amount: '58.40', change: -0.021 },
  ],
  changes: [
    {
      title: 'NAT gateway data',
      before: '20.30',
      after: '41.90',
      difference: '21.60',
      since: '2026-11-02',
      because: 'Images no longer pass the VPC endpoint.',
    },
    {
      title: 'S3',
      before: '6.95',
      after: '6.15',
      difference: '-0.80',
      because: 'Older versions expire after 30 days.',
    },
  ],
  unitCosts: [
    {
      title: 'per million requests',
      amount: '1.91',
      change: -0.02,
      basis: '140.2 million requests, Prometheus',
    },
  ],
  anomalies: [anomaly],
  alerts: [
    {
      id: 'half',
      entityRef: ORDERS,
      title: 'orders',
      month: '2026-11',
      threshold: 'half',
      at: '2026-11-14T06:10:00.000Z',
      message: 'Half of 400 USD is spent.',
    },
  ],
  savings: [
    {
      id: 'idle',
      kind: 'idle',
      entityRef: ORDERS,
      title: 'staging idle at night',
      detail: 'No request between 20:00 and 06:00; scale it down.',
      monthly: '21.00',
      resources: ['orders-staging'],
    },
  ],
  annotationProblems: [],
};

/** What `…/resources?within=Databases` answers. */
export const databases: CostResources = {
  basis,
  days,
  items: [
    {
      id: 'arn:aws:rds:eu-west-1:1:db:orders-db',
      title: 'orders-db',
      kind: 'own',
      amount: '118.60',
      change: 0.105,
      daily: daily('6.242105263'),
      resourceId: 'arn:aws:rds:eu-west-1:1:db:orders-db',
      provider: 'AWS',
      account: 'production',
      service: 'Amazon RDS',
      environment: 'production',
    },
  ],
  total: '118.60',
  more: 0,
};

/** A summary, as lists get it. */
export const summaryOf = (
  name: string,
  changes: Partial<MonthStanding> = {},
): CostSummary => ({
  entityRef: `component:default/${name}`,
  basis,
  standing: { ...standing, ...changes },
  months: ordersCost.months.map(({ amount, forecast }) => forecast ?? amount),
});
