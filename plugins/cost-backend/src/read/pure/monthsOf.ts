import type { Amount, MonthStanding, Nanos } from '@portico/plugin-cost-common';
import type { MonthFrame } from '../time/MonthFrame';
import { cents } from './amounts';

/** The months of a frame with what each cost, null where nothing is known; the last to date, and its forecast. */
export function monthsOf(
  { months, knows }: MonthFrame,
  amounts: ReadonlyMap<string, Nanos>,
  { toDate, forecast }: MonthStanding,
): { month: string; amount: Amount | null; forecast?: Amount }[] {
  return months.map((month, at) => {
    if (!knows(month)) return { month, amount: null };
    if (at < months.length - 1) {
      return { month, amount: cents(amounts.get(month) ?? 0n) };
    }
    return {
      month,
      amount: toDate,
      ...(forecast && { forecast: forecast.amount }),
    };
  });
}

/** For small charts: the last one is the forecast, where there is one. */
export function trendOf(
  months: readonly { amount: Amount | null; forecast?: Amount }[],
): (Amount | null)[] {
  return months.map(({ amount, forecast }) => forecast ?? amount);
}
