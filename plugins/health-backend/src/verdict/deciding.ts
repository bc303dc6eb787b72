import type { HealthSignal, HealthState } from '@portico/plugin-health-common';

/** Environment of signals that name none. */
const PRODUCTION = 'production';

export function isOf(signal: HealthSignal, environment: string): boolean {
  return (signal.environment ?? PRODUCTION) === environment;
}

/** Whether a signal may say how its entity is; other environments, mere information and muted alerts may not. */
export function mayDecide(signal: HealthSignal, environment: string): boolean {
  return isOf(signal, environment) && !signal.informational && !signal.silence;
}

/** Whether it says that no request came. */
export function isQuiet({ kind, state, value }: HealthSignal): boolean {
  return kind === 'errors' && state === 'healthy' && !value;
}

/**
 * Whether a signal shows how users are served. That no request came shows nothing: then the probe or the
 * workload has to say it.
 */
export function showsService(
  signal: HealthSignal,
  environment: string,
): boolean {
  return (
    Boolean(signal.serving) &&
    isOf(signal, environment) &&
    signal.state !== 'unknown' &&
    !isQuiet(signal)
  );
}

/**
 * Whether its source answered, and had no metrics of the entity any more: ready pods then don't say that users
 * are served. A source that is silent for all takes no verdict along.
 */
function lostMetrics({ kind, serving, state, stale }: HealthSignal): boolean {
  return kind === 'errors' && Boolean(serving) && state === 'unknown' && !stale;
}

/** The worst of what decides; without a word on how users are served, nobody can say "healthy". */
export function stateOf(
  signals: HealthSignal[],
  environment: string,
): HealthState {
  const states = new Set(
    signals.filter(it => mayDecide(it, environment)).map(it => it.state),
  );
  if (states.has('failing')) return 'failing';
  if (states.has('degraded')) return 'degraded';
  const shown = signals.filter(it => showsService(it, environment));
  const isBlind = signals.some(
    it => mayDecide(it, environment) && lostMetrics(it),
  );
  const says = isBlind ? shown.filter(it => it.kind === 'probe') : shown;
  return says.length > 0 ? 'healthy' : 'unknown';
}
