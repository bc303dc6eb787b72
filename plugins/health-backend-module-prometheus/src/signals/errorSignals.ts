import type { HealthSignal, HealthState } from '@portico/plugin-health-common';
import { rawRateOf } from '../query/expressions';
import { WINDOW_SECONDS } from '../query/windows';
import { firedRule } from './burnRules';
import { isBeyondChance } from './isBeyondChance';
import { allowanceOf } from './objectiveReadings';
import {
  makeSignal,
  NO_REQUESTS,
  selectionOf,
  worse,
  type SignalContext,
} from './SignalContext';

/** Share of the requests of the last five minutes that failed: how users are served. */
export function errorSignals(context: SignalContext): HealthSignal[] {
  const { read, target, settings } = context;
  const requests = read('requests.5m');
  if (requests === undefined) return [];
  const common = {
    name: 'errors',
    kind: 'errors' as const,
    title: 'Error ratio',
    serving: true,
    figure: 'errorRatio' as const,
    query: errorRatioQuery(context),
  };
  if (requests === 0) {
    const none = { ...common, state: 'healthy' as const, text: NO_REQUESTS };
    return [makeSignal(context, none)];
  }

  const objective = target.objectives.find(it => it.kind === 'availability');
  const limit = objective ? allowanceOf(objective) : settings.limits.errorRatio;
  const ratio = Math.min((read('errors.5m') ?? 0) / requests, 1);
  const seconds = WINDOW_SECONDS['5m'];
  const count = ratio * requests * seconds;
  const isBeyond = (bound: number) =>
    isBeyondChance(count, bound * requests * seconds, settings.minimumErrors);

  let state: HealthState = isBeyond(limit) ? 'degraded' : 'healthy';
  if (
    ratio >= settings.limits.failingErrorRatio &&
    count >= settings.minimumErrors
  ) {
    state = 'failing';
  }
  const fired = objective && firedRule(context, objective);
  if (fired?.state === 'failing' && ratio > limit)
    state = worse(state, 'failing');
  return [
    makeSignal(context, {
      ...common,
      state,
      value: { value: ratio, unit: 'ratio' },
      limit: {
        kind: objective ? 'objective' : 'limit',
        value: limit,
        unit: 'ratio',
      },
      excess: ratio / limit,
      detail:
        state === 'healthy' && ratio > limit
          ? `${Math.round(count)} in 5 min: too few to tell`
          : undefined,
    }),
  ];
}

/** Failed ÷ all; 0 where none failed, nothing where there were no requests. */
export function errorRatioQuery(context: SignalContext, range = '5m'): string {
  const { preset } = context.target;
  const selection = selectionOf(context);
  const rate = (what: 'requests' | 'errors') =>
    rawRateOf({ what }, range, preset, selection);
  const requests = rate('requests');
  return `(${rate('errors')} or ${requests} * 0) / (${requests} > 0)`;
}
