import { createHash } from 'node:crypto';
import { dayAfter, type Anomaly } from '@portico/plugin-cost-node';

/** One that is known from before, with the days that it had then. */
export interface KnownAnomaly {
  id: string;
  from: string;
  to?: string;
}

/** How far the first day may move when bills are restated. */
const SLACK = 2;

/**
 * Gives each anomaly of a series its id: that of a known one whose days it shares, since a bill that is restated moves
 * where an anomaly begins, or makes it go on; else a new one, by series and first day.
 *
 * @param known of the same series
 */
export function matchKnown(
  series: string,
  found: readonly Anomaly[],
  known: readonly KnownAnomaly[],
): { id: string; anomaly: Anomaly }[] {
  const free = [...known].sort((a, b) => (a.from < b.from ? -1 : 1));
  return found.map(anomaly => {
    const { from, to = '9999-12-31' } = anomaly;
    const at = free.findIndex(
      it =>
        it.from <= dayAfterOpen(to) &&
        (it.to === undefined || dayAfter(it.to, SLACK) >= from),
    );
    if (at < 0) return { id: idOf(series, from), anomaly };
    const [{ id }] = free.splice(at, 1);
    return { id, anomaly };
  });
}

function dayAfterOpen(day: string): string {
  return day.startsWith('9999') ? day : dayAfter(day, SLACK);
}

function idOf(series: string, from: string): string {
  return createHash('sha256')
    .update(`${series} ${from}`)
    .digest('hex')
    .slice(0, 24);
}
