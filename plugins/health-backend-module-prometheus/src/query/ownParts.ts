import { Scope } from '@portico/plugin-prometheus-node';
import type { OwnQuery } from '../config/PrometheusSettings';
import type { Part } from './Part';
import type { PlanContext } from './PartMaker';
import type { Target } from './Target';

/** Name of the reading of an own query. */
export const ownReading = (id: string) => `own:${id}`;

/** The own queries of the config, each for all targets. */
export function ownParts(
  targets: readonly Target[],
  { settings }: PlanContext,
): Part[] {
  if (targets.length === 0) return [];
  return settings.queries.map(query => ({
    reading: ownReading(query.id),
    tag: ownReading(query.id),
    scope: scopeOf(query, targets),
    isWhole: true,
    build: () =>
      // On lines of its own: a comment at its end must not take what follows.
      `max by (${query.label}, ${settings.environmentLabel}) (\n${query.query}\n)`,
  }));
}

function scopeOf({ label }: OwnQuery, targets: readonly Target[]): Scope {
  const members = new Map<string, string[]>();
  for (const { matchers, name, entityRef } of targets) {
    const said = matchers.find(
      it => it.label === label && it.operator === '=',
    )?.value;
    const key = Scope.keyOf([said ?? name]);
    members.set(key, [...(members.get(key) ?? []), entityRef]);
  }
  return Scope.shared([label], members);
}
