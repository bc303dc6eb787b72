import type { DailyCost } from '@portico/plugin-cost-node';

const WEEKS = 8;
/** Below the limits of `findAnomalies`, so that nothing is missed that it would find. */
const RELATIVE = 1.1;
const LEAST = 0.8;

/**
 * Whether any of the last days stands out from the same weekdays before it: a look that is a hundred times cheaper than
 * the real one, and spares most series.
 *
 * @param days one entry a day without gaps, oldest first
 * @param recent how many of them count
 * @param least an anomaly is that much a day, in units of the currency
 */
export function mayBeOdd(
  days: readonly DailyCost[],
  recent: number,
  least: number,
): boolean {
  for (let at = Math.max(7, days.length - recent); at < days.length; at++) {
    const before: number[] = [];
    for (let back = at - 7; back >= 0 && before.length < WEEKS; back -= 7) {
      before.push(days[back].cost);
    }
    before.sort((a, b) => a - b);
    const usual = before[(before.length - 1) >> 1];
    const { cost } = days[at];
    if (cost > usual * RELATIVE && cost > usual + LEAST * least) return true;
  }
  return false;
}
