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

/**
 * For small charts: the last one is the forecast, where there is one.
 *
 * @param since the first month that was asked for; nothing is known of those before
 */
export function trendOf(
  months: readonly {
    month: string;
    amount: Amount | null;
    forecast?: Amount;
  }[],
  since = '',
): (Amount | null)[] {
  return months.map(({ month, amount, forecast }) =>
    month < since ? null : forecast ?? amount,
  );
}
