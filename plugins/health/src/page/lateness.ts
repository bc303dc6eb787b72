import type { HealthOverview } from '@portico/plugin-health-common';

/** So many intervals without a collection, and what was collected last says nothing sure about now. */
const MISSED = 3;

/**
 * For how many seconds nothing was collected, once that is longer than it should be; `undefined` while
 * collections come in time.
 */
export function lateness(
  overview: Pick<HealthOverview, 'asOf' | 'nextAt'>,
  now: Date,
): number | undefined {
  const { asOf, nextAt } = overview;
  if (!asOf || !nextAt) return undefined;
  const last = Date.parse(asOf);
  const age = now.getTime() - last;
  return age > MISSED * (Date.parse(nextAt) - last) ? age / 1000 : undefined;
}
