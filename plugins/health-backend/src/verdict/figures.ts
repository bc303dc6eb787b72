import type {
  Figure,
  Figures,
  HealthSignal,
  RecentValues,
  SignalKind,
} from '@portico/plugin-health-common';
import { isOf } from './deciding';

/** Names of the values that are kept for an hour. */
export type RecentName = keyof Omit<RecentValues, 'from' | 'stepSeconds'>;

const LEADING: Partial<Record<SignalKind, RecentName>> = {
  requests: 'requestsPerSecond',
  errors: 'errorRatio',
  latency: 'latencyP95Seconds',
  'error-budget': 'errorBudgetLeft',
  'burn-rate': 'errorBudgetLeft',
};

/** Numbers of the deciding environment. */
export function figuresOf(
  signals: HealthSignal[],
  environment: string,
): Figures {
  const figures: Figures = {};
  for (const signal of signals) {
    if (signal.figure && isOf(signal, environment)) {
      figures[signal.figure] = figureOf(signal);
    }
  }
  return figures;
}

function figureOf({ state, value, limit, text, stale }: HealthSignal): Figure {
  if (state === 'unknown') {
    return {
      unknown: stale ? `last seen ${stale.lastSeenAt}` : text ?? 'unknown',
    };
  }
  if (!value) return { none: text ?? 'none' };
  if (!limit) return { value, state };
  const { kind: _kind, ...quantity } = limit;
  return { value, state, limit: quantity };
}

/** Which of the recent values explains the reasons best. */
export function leadingOf(reasons: HealthSignal[]): RecentName | undefined {
  return reasons.map(it => LEADING[it.kind]).find(Boolean);
}
