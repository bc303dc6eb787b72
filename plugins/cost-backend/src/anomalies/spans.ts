import type { AllSeries } from './readSeries';

/** Places of the first and the last day. */
export interface Span {
  first: number;
  last: number;
}

/** A provider that charges nothing for longer has not been collected. */
const HOLE_DAYS = 4;

/**
 * Days that each provider's bill is known for without a hole, up to its newest: a bill that lags behind the others says
 * nothing of its last days, and one that is not collected yet nothing of those before.
 */
export function spansByProvider({
  days,
  series,
}: AllSeries): Map<string, Span> {
  const known = new Map<string, Uint8Array>();
  for (const { key, costs } of series.values()) {
    const marks = known.get(key.provider) ?? new Uint8Array(days.length);
    known.set(key.provider, marks);
    costs.forEach((cost, at) => {
      if (cost !== 0) marks[at] = 1;
    });
  }
  return new Map(
    [...known].map(([provider, marks]) => {
      const last = Math.max(0, marks.lastIndexOf(1));
      let first = last;
      for (let at = last; at >= 0 && first - at <= HOLE_DAYS; at--) {
        if (marks[at]) first = at;
      }
      return [provider, { first, last }];
    }),
  );
}

/** The place of the first day on which each entity costs anything. */
export function beginnings({ series }: AllSeries): Map<string, number> {
  const first = new Map<string, number>();
  for (const { key, costs } of series.values()) {
    if (!key.entityRef) continue;
    const at = costs.findIndex(cost => cost !== 0);
    const known = first.get(key.entityRef) ?? Infinity;
    if (at >= 0 && at < known) first.set(key.entityRef, at);
  }
  return first;
}
