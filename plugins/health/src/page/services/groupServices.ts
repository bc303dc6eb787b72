import {
  HEALTH_STATES,
  type HealthState,
  type HealthSummary,
} from '@portico/plugin-health-common';
import { nameOf } from '../../parts/names';
import type { Grouping } from './useServiceView';

/** Services of one team or system, in the order of the list. */
export interface ServiceGroup {
  /** Entity reference; undefined for those without any. */
  ref?: string;
  name: string;
  items: HealthSummary[];
  /** How many of each state. */
  counts: Record<HealthState, number>;
}

function countsOf(items: HealthSummary[]): Record<HealthState, number> {
  const counts = { failing: 0, degraded: 0, unknown: 0, healthy: 0 };
  for (const { state } of items) counts[state] += 1;
  return counts;
}

/** Groups by team or system; the one with most failing, then degraded, then unknown comes first. */
export function groupServices(
  items: HealthSummary[],
  by: Grouping,
): ServiceGroup[] {
  const found = new Map<string | undefined, HealthSummary[]>();
  for (const item of items) {
    const ref = by === 'team' ? item.owner : item.system;
    const group = found.get(ref);
    if (group) group.push(item);
    else found.set(ref, [item]);
  }
  return [...found]
    .map(([ref, members]) => ({
      ref,
      name: ref ? nameOf(ref) : `no ${by}`,
      items: members,
      counts: countsOf(members),
    }))
    .sort(
      (a, b) =>
        HEALTH_STATES.slice(0, -1)
          .map(state => b.counts[state] - a.counts[state])
          .find(difference => difference !== 0) ?? a.name.localeCompare(b.name),
    );
}

/** `6 of 7 healthy`, `all 9 healthy`. */
export function healthyWords({ items, counts }: ServiceGroup): string {
  return counts.healthy === items.length
    ? `all ${items.length} healthy`
    : `${counts.healthy} of ${items.length} healthy`;
}
