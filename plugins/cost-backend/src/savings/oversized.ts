import { percentText } from '../announce/words';
import { mayRest } from './atNight';
import { aMonth, type Saving } from './Saving';

/** Room above what was used on the busiest day. */
const ROOM = 1.3;
/** From so little used on, a workload asks for too much. */
const OVERSIZED = 0.5;

/** What a workload asked for and used over some days, in units of the base currency as the bill has it. */
export interface WorkloadUse {
  entityRef: string;
  title: string;
  environment?: string;
  controller: string;
  /** All days together. */
  requested: number;
  /** Largest part of what was asked for that was used on any day. */
  peak: number;
}

/**
 * Workloads that ask for far more than they use, one finding an entity. Environments that could rest at night are left
 * to that.
 *
 * @param days how many days the uses are of
 */
export function oversized(
  uses: readonly WorkloadUse[],
  days: number,
): Saving[] {
  const groups = new Map<string, WorkloadUse[]>();
  for (const use of uses) {
    if (use.peak >= OVERSIZED || mayRest(use.environment)) continue;
    const { entityRef } = use;
    groups.set(entityRef, [...(groups.get(entityRef) ?? []), use]);
  }
  return [...groups].map(([entityRef, group]) => {
    const requested = group.reduce((sum, it) => sum + it.requested, 0);
    const peak =
      group.reduce((sum, it) => sum + it.requested * it.peak, 0) / requested;
    const spare = group.reduce(
      (sum, it) => sum + it.requested * (1 - ROOM * it.peak),
      0,
    );
    return {
      kind: 'oversized' as const,
      key: 'requests',
      entityRef,
      title: `${group[0].title}: ${percentText(peak)} of its requests used`,
      detail: `On the busiest of the last ${days} days it used ${percentText(
        peak,
      )} of the CPU and memory that it asks for. Lower its requests to ${percentText(
        ROOM * peak,
      )} of what they are, which leaves room of ${percentText(ROOM - 1)}.`,
      monthly: aMonth(spare, days),
      resources: group
        .map(({ controller, environment }) =>
          environment ? `${controller} (${environment})` : controller,
        )
        .sort(),
    };
  });
}
