import { percentText } from '../announce/words';
import { mayRest } from './atNight';
import type { ChargeUse } from './ChargeUse';
import { aMonth, type Saving } from './Saving';

/** What a cluster needs in reserve for peaks, failures and rollouts. */
const RESERVE = 0.2;

/**
 * What a cluster keeps beyond a sound reserve and no workload asks for, by environment. Environments that could rest at
 * night are left to that.
 *
 * @param days how many days the uses are of
 */
export function idleClusters(
  uses: readonly ChargeUse[],
  days: number,
): Saving[] {
  const rules = new Set(uses.flatMap(it => (it.idle && it.rule) || []));
  const groups = new Map<
    string,
    { idle: number; all: number; use: ChargeUse }
  >();
  for (const use of uses) {
    if (!use.rule || !rules.has(use.rule) || mayRest(use.environment)) continue;
    const key = JSON.stringify([use.rule, use.environment ?? null]);
    const group = groups.get(key) ?? { idle: 0, all: 0, use };
    group.all += use.cost;
    if (use.idle) group.idle += use.cost;
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, { idle, all, use }]) => {
    const { rule, environment } = use;
    const beyond = idle - RESERVE * all;
    if (beyond <= 0) return [];
    const whole = environment ? `${rule}, ${environment}` : rule!;
    return {
      kind: 'idle' as const,
      key: `cluster ${key}`,
      title: `${whole}: ${percentText(idle / all)} idle`,
      detail: `No workload asked for ${percentText(
        idle / all,
      )} of it in the last ${days} days; a reserve of ${percentText(
        RESERVE,
      )} is sound. Run fewer or smaller nodes, or let an autoscaler do it.`,
      monthly: aMonth(beyond, days),
      resources: [],
    };
  });
}
