import { HEALTH_STATES, type StateCounts } from '@portico/plugin-health-common';
import { formatCount } from './names';

/** `1 failing, 4 degraded, 57 healthy`; states that none is in are left out. */
export function countWords(counts: StateCounts): string {
  return HEALTH_STATES.filter(state => counts[state] > 0)
    .map(state => `${formatCount(counts[state])} ${state}`)
    .join(', ');
}

/** How many there are altogether. */
export function totalOf(counts: StateCounts): number {
  return HEALTH_STATES.reduce((sum, state) => sum + counts[state], 0);
}
