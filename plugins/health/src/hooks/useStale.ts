import type { HealthVerdict } from '@portico/plugin-health-common';
import { formatClock, formatLasting, useNow } from '@portico/ui';
import { lateness } from '../page/lateness';

const TICK_MS = 15_000;

/** Why a verdict says less about now than it seems. */
export interface Stale {
  /** A sentence. */
  words: string;
  /** Path of the page that tells more of the source that is silent. */
  path?: string;
}

/** Undefined while a verdict is current. */
export function useStale(
  verdict: HealthVerdict,
  error?: Error,
): Stale | undefined {
  const now = useNow(TICK_MS);
  const seen = formatClock(new Date(verdict.asOf));
  if (error) return { words: `Health has not answered; showing ${seen}.` };
  const late = lateness(verdict, now);
  if (late !== undefined) {
    return {
      words: `Nothing was collected for ${formatLasting(
        late,
      )}; showing ${seen}.`,
    };
  }
  const old = decidedBy(verdict);
  if (!old?.stale) return undefined;
  const source = verdict.sources.find(
    ({ provider }) => provider === old.provider,
  );
  const last = formatClock(new Date(old.stale.lastSeenAt));
  return {
    words: `${source?.title ?? old.provider} unreachable; showing ${last}.`,
    path: source?.path,
  };
}

/** The signal on which the state rests: the first reason, or where all is well, how users are served. */
function decidedBy({ reasons, signals }: HealthVerdict) {
  return reasons[0] ?? signals.find(({ serving, stale }) => serving && stale);
}
