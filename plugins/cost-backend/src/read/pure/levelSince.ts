import { daysFrom } from '../../store/days';
import type { MonthFrame } from '../time/MonthFrame';
import { toUnits, type Daily } from './amounts';

/** So many days stand on either side of a step. */
const LEAST_DAYS = 3;
/** How much of the days' variance a step has to explain. */
const EXPLAINS = 0.6;

/**
 * The first day of the level that a cost has now, if it went there in one step within the month or the one before:
 * where two means, before and after, explain the days best.
 */
export function levelSince(
  { before, days, knows }: MonthFrame,
  daily: Daily,
): string | undefined {
  const known = daysFrom(`${before.month}-01`, days.at(-1) ?? '').filter(knows);
  const costs = known.map(day => toUnits(daily.get(day) ?? 0n));
  const all = scatter(costs);
  let best: { day: string; left: number } | undefined;
  for (let at = LEAST_DAYS; at <= costs.length - LEAST_DAYS; at++) {
    const left = scatter(costs.slice(0, at)) + scatter(costs.slice(at));
    if (!best || left < best.left) best = { day: known[at], left };
  }
  if (!best || all === 0 || best.left > (1 - EXPLAINS) * all) return undefined;
  // What grows day by day has no such day.
  return best.left < besideLine(costs) / 2 ? best.day : undefined;
}

/** Sum of squares beside the straight line that fits best. */
function besideLine(costs: readonly number[]): number {
  const middle = (costs.length - 1) / 2;
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  let along = 0;
  let width = 0;
  costs.forEach((cost, at) => {
    along += (at - middle) * (cost - mean);
    width += (at - middle) ** 2;
  });
  return scatter(costs) - along ** 2 / width;
}

/** Sum of squares around the mean. */
function scatter(costs: readonly number[]): number {
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  return costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0);
}
