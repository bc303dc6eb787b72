import type { IncidentKind } from './Incident';

/** An incident by its age. */
export interface StoryIncident {
  component: string;
  kind: IncidentKind;
  minutesAgo: number;
  /** How long it lasted; under way if absent. */
  minutes?: number;
  errorRatio?: number;
}

const HOURS = 60;
const DAYS = 24 * HOURS;

/**
 * What the first look at the health page finds: one service that fails, some that are degraded, and what has eaten
 * their error budgets before.
 */
export const STORY: readonly StoryIncident[] = [
  { component: 'payouts', kind: 'crash-loop', minutesAgo: 41 },
  { component: 'orders', kind: 'latency', minutesAgo: 12 },
  {
    component: 'lake-ingest',
    kind: 'errors',
    minutesAgo: 3 * DAYS + 2 * HOURS,
    errorRatio: 0.007,
  },
  { component: 'search', kind: 'saturation', minutesAgo: 4 * HOURS + 52 },
  { component: 'campaigns', kind: 'sync-failed', minutesAgo: 118 },
  { component: 'event-tracking', kind: 'no-metrics', minutesAgo: 18 },

  past('payouts', 'crash-loop', 9, 420),
  past('payouts', 'errors', 20, 240, 0.09),
  past('payouts', 'latency', 61, 25),
  past('orders', 'errors', 11, 120, 0.08),
  past('orders', 'latency', 52, 18),
  past('lake-ingest', 'errors', 6, 288, 0.3),
  past('lake-ingest', 'errors', 13, 200, 0.2),
  past('lake-ingest', 'errors', 17, 120, 0.12),
  past('lake-ingest', 'latency', 38, 75),
  past('lake-ingest', 'crash-loop', 74, 40),
  past('search', 'saturation', 15, 160),
  past('search', 'errors', 22, 30, 0.04),
  past('campaigns', 'latency', 33, 40),
  past('event-tracking', 'errors', 44, 22, 0.05),
];

function past(
  component: string,
  kind: IncidentKind,
  daysAgo: number,
  minutes: number,
  errorRatio?: number,
): StoryIncident {
  return {
    component,
    kind,
    minutesAgo: daysAgo * DAYS,
    minutes,
    ...(errorRatio && { errorRatio }),
  };
}
