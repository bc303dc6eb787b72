import type {
  DeliveryFigures,
  DeliveryOverview,
  Measure,
} from '@portico/plugin-delivery-common';

const MINUTE = 60;
const trend = [null, null, ...Array.from({ length: 11 }, (_, week) => week)];

const measure = (changes: Partial<Measure>): Measure => ({
  n: 0,
  trend: Array(13).fill(null),
  ...changes,
});

export const FIGURES: DeliveryFigures = {
  deployments: measure({ n: 56, value: 14, trend }),
  leadTime: measure({
    n: 81,
    value: 24 * MINUTE,
    p90: 70 * MINUTE,
    before: { n: 60, value: 35 * MINUTE },
    trend,
  }),
  changeFailureRate: measure({ n: 14, count: 1, value: 1 / 14 }),
  timeToRestore: measure({}),
};

/** Delivery as the backend tells it. */
export function overviewOf(
  changes: Partial<DeliveryOverview> = {},
): DeliveryOverview {
  return {
    asOf: '2026-11-20T14:00:00.000Z',
    since: '2026-05-01T10:00:00.000Z',
    days: 28,
    environment: 'production',
    targets: { leadTimeMinutes: 30, onboardingHours: 24 },
    sources: [
      { id: 'argocd', title: 'Argo CD', state: 'answered' },
      { id: 'github', title: 'GitHub', state: 'answered' },
    ],
    figures: FIGURES,
    groups: [
      { ref: 'group:default/commerce', components: 10, figures: FIGURES },
    ],
    missingCommits: {
      of: 41,
      pending: 0,
      unknown: 3,
      reasons: ['GitHub (github.com) answered 404'],
    },
    slowest: [
      {
        entityRef: 'component:default/orders',
        title: 'orders',
        revision: '7f3c2a1',
        message: 'Keep carts for a week',
        committedAt: '2026-11-18T10:00:00.000Z',
        deployedAt: '2026-11-18T16:00:00.000Z',
        seconds: 6 * 3600,
      },
    ],
    failures: [
      {
        entityRef: 'component:default/payouts',
        title: 'payouts',
        revision: '9c41e07',
        deployedAt: '2026-11-19T12:00:00.000Z',
        because: 'rollback',
        detail: 'rolled back to a1b2c3d',
        at: '2026-11-19T12:20:00.000Z',
      },
    ],
    createToProduction: measure({}),
    waiting: [
      {
        entityRef: 'component:default/gift-cards',
        title: 'gift-cards',
        createdAt: '2026-11-19T12:00:00.000Z',
      },
    ],
    onboarding: measure({ n: 2, value: 30 * 3600 }),
    goldenPath: {
      services: { n: 65, count: 4 },
      teams: { n: 8, count: 2 },
      behind: [],
    },
    ...changes,
  };
}
