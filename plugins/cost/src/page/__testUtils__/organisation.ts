import type {
  Amount,
  Breakdown,
  BreakdownRow,
  MonthStanding,
  OrganisationCost,
  SavingView,
} from '@portico/plugin-cost-common';
import { basis } from '../../__testUtils__/orders';

const days = Array.from(
  { length: 19 },
  (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`,
);
const months = Array.from({ length: 13 }, (_, at) =>
  new Date(Date.UTC(2025, 10 + at, 1)).toISOString().slice(0, 7),
);

/** A month as on 20 November, with 19 days of bills. */
export const standingOf = (
  toDate: Amount,
  changes: Partial<MonthStanding> = {},
): MonthStanding => ({
  month: '2026-11',
  toDate,
  daysKnown: 19,
  days: 30,
  before: { month: '2026-10', amount: '100', change: 0.068 },
  ...changes,
});

export const wholeStanding = standingOf('18412.67', {
  before: { month: '2026-10', amount: '17240.15', change: 0.068 },
  forecast: { amount: '28950', low: '27900', high: '30300' },
  budget: {
    amount: '28000',
    from: 'config',
    passed: 0.5,
    state: 'heading-over',
    spent: 0.6576,
    forecast: 1.034,
  },
});

/** What `GET /organisation` answers to finance. */
export const organisation: OrganisationCost = {
  scope: 'all',
  basis,
  standing: wholeStanding,
  verdict: {
    state: 'heading-over',
    headline:
      'November is heading 950 USD (3 %) over budget: forecast 28,950, budget 28,000.',
    detail:
      'Data and commerce are over theirs; 16.8 % of the bill has no owner.',
  },
  chart: {
    days,
    series: [
      { id: 'data', title: 'data', amounts: days.map(() => '227.27') },
      {
        id: 'unattributed',
        title: 'unattributed',
        amounts: days.map(() => '9'),
      },
    ],
  },
  unitCosts: [
    {
      title: 'per million requests',
      amount: '41.20',
      change: -0.02,
      basis: '446.9 million requests, Prometheus',
    },
  ],
  counts: { budgetsOver: 2, budgetsNear: 1, anomaliesOpen: 3 },
  savings: '412',
  unattributed: {
    amount: '3091.09',
    share: 0.168,
    shareBefore: 0.141,
    goal: 0.1,
    months: months.map((month, at) => ({
      month,
      share: at === 0 ? null : 0.098 + at * 0.00583,
    })),
    causes: [
      {
        cause: 'no-tag',
        title: 'No service tag',
        amount: '1884.40',
        share: 0.61,
        where: '14 EC2 instances, account staging',
        action: 'Tag 14 resources',
      },
      {
        cause: 'unknown-name',
        title: 'Tag names no entity',
        amount: '1206.69',
        share: 0.39,
        where: 'service=lake-raw, 6 buckets',
        action: 'Did you mean lake-ingest?',
      },
    ],
  },
  reconciliation: {
    attributed: '13204.18',
    shared: '2117.40',
    unattributed: '3091.09',
    bill: '18412.67',
    exact: true,
    providers: [
      { provider: 'AWS', amount: '16204.55' },
      { provider: 'fixed', amount: '2208.12' },
    ],
    estimated: '0',
  },
};

/** What it answers to an engineer: of what is theirs, and of nothing else. */
export const mine: OrganisationCost = {
  ...organisation,
  scope: 'mine',
  standing: standingOf('2611.35'),
  verdict: { state: 'within', headline: 'November stays within budget.' },
  unattributed: undefined,
  reconciliation: undefined,
};

/** A row of the table that drills down. */
export const rowOf = (
  id: string,
  toDate: Amount,
  changes: Partial<BreakdownRow> = {},
): BreakdownRow => ({
  id,
  title: id.split('/').pop()!,
  kind: 'entity',
  entityRef: id,
  standing: standingOf(toDate),
  months: months.map((_, at) => (at === 0 ? null : '100')),
  ...changes,
});

/** One level of it, with its sum. */
export const levelOf = (rows: BreakdownRow[], sum: Amount): Breakdown => ({
  basis,
  rows,
  total: {
    id: 'total',
    title: 'The bill',
    kind: 'total',
    standing: { ...wholeStanding, toDate: sum },
    months: months.map(() => '18000'),
  },
});

/** Teams; commerce has a service, which has resources. */
export const teams = levelOf(
  [
    rowOf('group:default/data', '4318.22', { next: 'component' }),
    rowOf('group:default/commerce', '2611.35', {
      next: 'component',
      standing: standingOf('2611.35', {
        forecast: { amount: '4120', low: '4000', high: '4300' },
        budget: {
          amount: '4000',
          from: 'parts',
          passed: 0.5,
          state: 'heading-over',
          spent: 0.65,
          forecast: 1.03,
        },
      }),
    }),
    rowOf('unattributed', '3091.09', {
      title: 'Unattributed',
      kind: 'unattributed',
      entityRef: undefined,
    }),
  ],
  '10020.66',
);

/** Volumes that nothing uses. */
export const saving: SavingView = {
  id: 'ebs',
  kind: 'unattached',
  title: '9 volumes attached to nothing',
  detail: 'Not attached for 30 days: snapshot and delete them.',
  monthly: '64.00',
  resources: ['vol-1', 'vol-2', 'vol-3', 'vol-4'],
};
