import {
  TREND_WEEKS,
  type Measure,
  type Sample,
} from '@portico/plugin-delivery-common';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** The period that figures are of. All in milliseconds since 1970. */
export interface Window {
  now: number;
  days: number;
  /** Since when anything is known at all; undefined: nothing is. */
  since?: number;
}

/** Something that counts at a moment. */
export interface Moment {
  at: number;
}

/** Computes a figure of what happened within some days. */
export type Compute<T> = (
  items: T[],
  days: number,
) => Sample & Pick<Measure, 'p90' | 'count'>;

/** A figure over the period, over the one before, and week by week. */
export function measureOf<T extends Moment>(
  items: T[],
  window: Window,
  compute: Compute<T>,
): Measure {
  const { now, days, since = now } = window;
  const between = (from: number, until: number) =>
    items.filter(({ at }) => at > from && at <= until);
  const start = now - days * DAY_MS;
  const before = start - days * DAY_MS;
  return {
    ...compute(between(start, now), knownDays(window)),
    ...(since <= before && {
      before: sampleOf(compute(between(before, start), days)),
    }),
    trend: Array.from({ length: TREND_WEEKS }, (_, week) => {
      const until = now - (TREND_WEEKS - 1 - week) * WEEK_DAYS * DAY_MS;
      const from = until - WEEK_DAYS * DAY_MS;
      if (since > until) return null;
      return compute(between(from, until), WEEK_DAYS).value ?? null;
    }),
  };
}

/** Of a period that began before anything was known, the part that is known; a week at least. */
function knownDays({ now, days, since = now }: Window): number {
  const known = (now - since) / DAY_MS;
  return Math.min(days, Math.max(WEEK_DAYS, known));
}

function sampleOf({ value, n }: Sample): Sample {
  return { value, n };
}
