import { forecastMonth, type MonthForecast } from '@portico/plugin-cost-node';
import type { MonthFrame } from '../time/MonthFrame';
import { toUnits, type Daily } from './amounts';

/**
 * What the month will have cost when it is over; undefined for one that is over, and for what costs something for less
 * than a week. A day that no bill is known for is taken to be like the one before it.
 */
export function forecastOf(
  { history, knows }: MonthFrame,
  daily: Daily,
): MonthForecast | undefined {
  const first = history.findIndex(
    day => knows(day) && (daily.get(day) ?? 0n) !== 0n,
  );
  if (first < 0) return undefined;
  let last = 0;
  return forecastMonth(
    history.slice(first).map(day => {
      if (knows(day)) last = toUnits(daily.get(day) ?? 0n);
      return { day, cost: last };
    }),
  );
}
