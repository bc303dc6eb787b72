import type { LatencyObjective } from '@portico/plugin-health-common';
import { BUILT_IN_QUANTILES } from './windows';
import type { Boundaries } from './Boundaries';
import type { Target } from './Target';

/** Latency objectives of an entity. */
export function latencyObjectives({ objectives }: Target): LatencyObjective[] {
  return objectives.flatMap(it => (it.kind === 'latency' ? [it] : []));
}

/** Quantiles that are asked of an entity: p50, p95, p99, and those of its objectives. */
export function quantilesOf(target: Target): number[] {
  const own = latencyObjectives(target).map(it => it.quantile);
  return [...new Set([...BUILT_IN_QUANTILES, ...own])];
}

/** Boundaries of buckets that an entity's objectives need, as their label `le` has them. */
export function boundariesOf(target: Target, known: Boundaries): string[] {
  const found = latencyObjectives(target).flatMap(({ seconds }) => {
    const bracket = known.around(target.entityRef, target.preset.name, seconds);
    if (!bracket) return [];
    if (bracket.exact !== undefined) return [bracket.exact];
    return [bracket.below?.le ?? [], bracket.above?.le ?? []].flat();
  });
  return [...new Set(found)];
}
