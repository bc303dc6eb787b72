import {
  type HealthSignal,
  type HealthState,
} from '@portico/plugin-health-common';
import type { Resource } from '@portico/plugin-prometheus-node';
import type { OwnQuery } from '../config/PrometheusSettings';
import { shareOf } from '../query/expressions';
import { ownReading } from '../query/ownParts';
import { makeSignal, selectionOf, type SignalContext } from './SignalContext';

/** How near CPU, memory, heap and connections are to their limits, and what the own queries say. */
export function saturationSignals(context: SignalContext): HealthSignal[] {
  return [
    ...context.target.preset.resources.flatMap(
      it => resourceSignal(context, it) ?? [],
    ),
    ...context.settings.queries.flatMap(it => ownSignal(context, it) ?? []),
  ];
}

function resourceSignal(
  context: SignalContext,
  resource: Resource,
): HealthSignal | undefined {
  const { read, settings, target } = context;
  const share = read(`share:${resource.id}`);
  if (share === undefined) return undefined;
  const bound = settings.limits.saturation;
  const most = read(`limit:${resource.id}`);
  return makeSignal(context, {
    name: `saturation-${resource.id}`,
    kind: 'saturation',
    title: resource.title,
    state: share >= bound ? 'degraded' : 'healthy',
    ...(most === undefined
      ? {
          value: { value: share, unit: 'ratio' },
          limit: { kind: 'limit', value: bound, unit: 'ratio' },
        }
      : {
          value: { value: Math.round(share * most), unit: 'count', of: most },
          limit: { kind: 'limit', value: most * bound, unit: 'count' },
        }),
    excess: share / bound,
    query: shareOf(resource, selectionOf(context, target.resourceMatchers)),
  });
}

function ownSignal(
  context: SignalContext,
  { id, title, query, unit, degradedFrom, failingFrom }: OwnQuery,
): HealthSignal | undefined {
  const value = context.read(ownReading(id));
  if (value === undefined) return undefined;
  let state: HealthState = 'healthy';
  if (degradedFrom !== undefined && value >= degradedFrom) state = 'degraded';
  if (failingFrom !== undefined && value >= failingFrom) state = 'failing';
  const bound = state === 'failing' ? failingFrom : degradedFrom ?? failingFrom;
  return makeSignal(context, {
    name: `query-${id}`,
    kind: 'saturation',
    title,
    state,
    value: { value, unit },
    informational: bound === undefined,
    ...(bound !== undefined && {
      limit: { kind: 'limit' as const, value: bound, unit },
      ...(bound > 0 && { excess: value / bound }),
    }),
    query,
  });
}
