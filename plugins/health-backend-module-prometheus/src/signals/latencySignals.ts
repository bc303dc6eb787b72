import type {
  FigureName,
  HealthSignal,
  HealthState,
  LatencyObjective,
} from '@portico/plugin-health-common';
import { quantileOf } from '../query/expressions';
import { latencyObjectives, quantilesOf } from '../query/latency';
import { firedRule } from './burnRules';
import { badCount, missed } from './objectiveReadings';
import {
  makeSignal,
  NO_REQUESTS,
  selectionOf,
  type SignalContext,
} from './SignalContext';

const FIGURES: Record<string, FigureName> = {
  '0.5': 'latencyP50Seconds',
  '0.95': 'latencyP95Seconds',
  '0.99': 'latencyP99Seconds',
};

/** How long requests take: p50, p95, p99 and the quantiles of the objectives, against which they are held. */
export function latencySignals(context: SignalContext): HealthSignal[] {
  const requests = context.read('requests.5m');
  if (requests === undefined) return [];
  return quantilesOf(context.target).flatMap(quantile => {
    const signal = latencySignal(context, quantile, requests);
    return signal ? [signal] : [];
  });
}

function latencySignal(
  context: SignalContext,
  quantile: number,
  requests: number,
): HealthSignal | undefined {
  const { target, read } = context;
  const objective = latencyObjectives(target).find(
    it => it.quantile === quantile,
  );
  const common = {
    name: `latency-${nameOf(quantile)}`,
    kind: 'latency' as const,
    title: `${nameOf(quantile)} latency`,
    figure: FIGURES[quantile],
    informational: objective === undefined,
    query: quantileOf(quantile, '5m', target.preset, selectionOf(context)),
  };
  if (requests === 0) {
    const none = { ...common, state: 'healthy' as const, text: NO_REQUESTS };
    return makeSignal(context, none);
  }
  const seconds = read(`quantile:${quantile}`);
  if (seconds === undefined) return undefined;
  const value = { value: seconds, unit: 'seconds' as const };
  if (!objective)
    return makeSignal(context, { ...common, state: 'healthy', value });

  const state = stateOf(context, objective, seconds, requests);
  return makeSignal(context, {
    ...common,
    state,
    value,
    limit: { kind: 'objective', value: objective.seconds, unit: 'seconds' },
    excess: seconds / objective.seconds,
    detail:
      state === 'healthy' && seconds > objective.seconds
        ? 'too few requests to tell'
        : undefined,
  });
}

function stateOf(
  context: SignalContext,
  objective: LatencyObjective,
  seconds: number,
  requests: number,
): HealthState {
  if (seconds <= objective.seconds) return 'healthy';
  // At least so many are slower, if the quantile is.
  const atLeast = { requests, bad: requests * (1 - objective.quantile) };
  const slow = missed(context, objective, '5m') ?? atLeast;
  if (badCount(slow, '5m') < context.settings.minimumErrors) return 'healthy';
  return firedRule(context, objective)?.state === 'failing'
    ? 'failing'
    : 'degraded';
}

/** `p95`, `p999`. */
export function nameOf(quantile: number): string {
  return `p${String(quantile).slice(2).padEnd(2, '0')}`;
}
