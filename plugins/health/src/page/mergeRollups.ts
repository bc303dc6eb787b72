import {
  HEALTH_STATES,
  type HealthRollup,
} from '@portico/plugin-health-common';

const rankOf = (state: HealthRollup['state']) => HEALTH_STATES.indexOf(state);

/** Several roll-ups as one: counts added, the worst of all first. */
export function mergeRollups(
  rollups: HealthRollup[],
  refs: string[],
): Omit<HealthRollup, 'ref'> {
  const mine = rollups.filter(({ ref }) => ref && refs.includes(ref));
  const counts = { failing: 0, degraded: 0, unknown: 0, healthy: 0 };
  for (const rollup of mine) {
    for (const state of HEALTH_STATES) counts[state] += rollup.counts[state];
  }
  const worst = mine
    .flatMap(rollup => rollup.worst)
    .sort((a, b) => rankOf(a.state) - rankOf(b.state));
  return {
    state: HEALTH_STATES.find(state => counts[state] > 0) ?? 'unknown',
    counts,
    worst,
  };
}
