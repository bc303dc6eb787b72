import type { ProviderRun, StoredSignal } from '../store/types';
import { isOver, isSilent } from '../verdict/standings';

/** Signals as they stand now: of a silent source the last word, and after three intervals nothing but that. */
export function agedSignals(
  signals: StoredSignal[],
  run: ProviderRun | undefined,
  now: Date,
): StoredSignal[] {
  const silent = isSilent(run, now);
  return signals.map(signal => {
    if (!silent && !signal.keptAt) {
      return { ...signal, observedAt: later(signal.observedAt, run, now) };
    }
    const lastSeenAt = signal.keptAt ?? run?.answeredAt ?? signal.observedAt;
    const over = !run || isOver(lastSeenAt, run, now);
    return {
      ...signal,
      state: over ? ('unknown' as const) : signal.state,
      stale: { state: signal.state, lastSeenAt },
    };
  });
}

/** Rows that did not change are not written again: then the collection tells when they were true. */
function later(
  observedAt: string,
  run: ProviderRun | undefined,
  now: Date,
): string {
  const times = [observedAt, run?.answeredAt ?? observedAt].map(Date.parse);
  return new Date(Math.min(Math.max(...times), now.getTime())).toISOString();
}
