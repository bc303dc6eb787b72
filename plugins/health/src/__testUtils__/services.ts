import {
  HEALTH_STATES,
  type HealthHistory,
  type HealthOverview,
  type HealthSummary,
  type StateCounts,
} from '@portico/plugin-health-common';

/** A service as lists get it; healthy unless told. */
export function service(
  name: string,
  changes: Partial<HealthSummary> = {},
): HealthSummary {
  return {
    entityRef: `component:default/${name}`,
    title: name,
    state: 'healthy',
    since: '2026-11-18T09:00:00Z',
    headline: '',
    tier: 'standard',
    owner: 'group:default/commerce',
    system: 'system:default/order-service',
    figures: {
      latencyP95Seconds: {
        value: { value: 0.144, unit: 'seconds' },
        state: 'healthy',
      },
      errorBudgetLeft: {
        value: { value: 0.96, unit: 'ratio' },
        state: 'healthy',
      },
    },
    ...changes,
  };
}

/** What is all known of those, in the order given. */
export function overviewOf(
  items: HealthSummary[],
  changes: Partial<HealthOverview> = {},
): HealthOverview {
  const count = (state: HealthSummary['state']) =>
    items.filter(item => item.state === state).length;
  const now = Date.now();
  return {
    asOf: new Date(now - 5_000).toISOString(),
    nextAt: new Date(now + 55_000).toISOString(),
    counts: Object.fromEntries(
      HEALTH_STATES.map(state => [state, count(state)]),
    ) as unknown as StateCounts,
    sources: [
      { provider: 'prometheus', title: 'Prometheus', state: 'answered' },
    ],
    items,
    ...changes,
  };
}

/** 90 healthy days with what is told of the last. */
export function history(today: HealthSummary['state'] = 'healthy') {
  const days = Array.from({ length: 90 }, (_, at) => ({
    day: new Date(Date.UTC(2026, 7, 23 + at)).toISOString().slice(0, 10),
    state: at === 89 ? today : ('healthy' as const),
  }));
  return {
    days,
    uptime: 0.998,
    knownSeconds: 90 * 86_400,
  } satisfies HealthHistory;
}
