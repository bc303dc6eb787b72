import type { CostSourceStanding } from '@portico/plugin-cost-common';

/** Cost Explorer, in the middle of its backfill, with all that can be wrong. */
export const source: CostSourceStanding = {
  id: 'aws-cost-explorer:mini-org',
  title: 'AWS Cost Explorer',
  kind: 'billed',
  role: 'comparison',
  nextCollection: {
    requests: 4,
    cost: { amount: '0.04', currency: 'USD' },
  },
  from: '2025-11-01',
  through: '2026-11-19',
  missingDays: ['2026-11-18'],
  lastSuccess: '2026-11-20T06:10:00.000Z',
  lastAttempt: '2026-11-20T07:10:00.000Z',
  lastError: '429: asked too often',
  backfill: { done: 4, of: 13 },
  requests: 120,
  spent: { amount: '1.20', currency: 'USD' },
  malformed: [
    {
      where: 'part-0.csv',
      line: 14,
      message: 'BilledCost: ‘x’ is no amount',
    },
  ],
};
