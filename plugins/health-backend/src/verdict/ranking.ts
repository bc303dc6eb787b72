import {
  HEALTH_STATES,
  TIERS,
  type HealthSignal,
  type HealthSummary,
} from '@portico/plugin-health-common';
import { isOf, mayDecide, stateOf } from './deciding';

/** Failing before degraded, then how far past the limit, then how long. */
export function byWeight(a: HealthSignal, b: HealthSignal): number {
  return (
    HEALTH_STATES.indexOf(a.state) - HEALTH_STATES.indexOf(b.state) ||
    (b.excess ?? 0) - (a.excess ?? 0) ||
    (a.since ?? a.observedAt).localeCompare(b.since ?? b.observedAt) ||
    a.id.localeCompare(b.id)
  );
}

/**
 * What a verdict rests on, most important first. Muted alerts come last. What is unknown is a reason only
 * where it is the verdict: otherwise the verdict just rests on less.
 */
export function reasonsOf(
  signals: HealthSignal[],
  environment: string,
): HealthSignal[] {
  const unknown = stateOf(signals, environment) === 'unknown';
  const bad = (signal: HealthSignal) =>
    signal.state === 'failing' || signal.state === 'degraded';
  const silenced = signals.filter(
    it => it.silence && bad(it) && isOf(it, environment),
  );
  return [
    ...signals
      .filter(
        it =>
          mayDecide(it, environment) &&
          (bad(it) || (unknown && it.state === 'unknown')),
      )
      .sort(byWeight),
    ...silenced.sort(byWeight),
  ];
}

/** What was checked, and is fine. A mere information counts only if it was held against something. */
export function ruledOutOf(
  signals: HealthSignal[],
  environment: string,
): HealthSignal[] {
  return signals.filter(
    it =>
      it.state === 'healthy' &&
      isOf(it, environment) &&
      !it.silence &&
      (!it.informational || it.limit),
  );
}

/** Worst first: by state, tier, budget burnt, name. */
export function byAttention(a: HealthSummary, b: HealthSummary): number {
  return (
    HEALTH_STATES.indexOf(a.state) - HEALTH_STATES.indexOf(b.state) ||
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
    budgetLeft(a) - budgetLeft(b) ||
    a.title.localeCompare(b.title) ||
    a.entityRef.localeCompare(b.entityRef)
  );
}

function budgetLeft({ figures }: HealthSummary): number {
  const figure = figures.errorBudgetLeft;
  return figure && 'value' in figure ? figure.value.value : 1;
}
