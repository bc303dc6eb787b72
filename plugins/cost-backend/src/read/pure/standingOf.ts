import type { MonthStanding, Nanos } from '@portico/plugin-cost-common';
import type { MonthForecast } from '@portico/plugin-cost-node';
import { budgetStanding } from '../../budgets/budgetStanding';
import type { MonthBudget } from '../Findings';
import type { MonthFrame } from '../time/MonthFrame';
import { cents, changeOf, fromUnits, sumOf, type Daily } from './amounts';

/**
 * A month's money, to date and to come.
 *
 * @param options.shown what stands there for `toDate`, where it was rounded as a part of something
 */
export function standingOf(
  frame: MonthFrame,
  daily: Daily,
  options: {
    budget?: MonthBudget;
    forecast?: MonthForecast;
    shown?: Nanos;
  } = {},
): MonthStanding {
  const { budget, forecast, shown } = options;
  const { before, days, knows } = frame;
  const toDate = sumOf(daily, days);
  const earlier = sumOf(daily, before.days);
  const change = changeOf(toDate, earlier);
  const ahead = forecast && {
    expected: fromUnits(forecast.expected),
    low: fromUnits(forecast.low),
    high: fromUnits(forecast.high),
  };
  return {
    month: frame.month,
    toDate: cents(shown ?? toDate),
    daysKnown: days.filter(knows).length,
    days: frame.length,
    ...(before.days.some(knows) && {
      before: {
        month: before.month,
        amount: cents(earlier),
        ...(change !== undefined && { change }),
      },
    }),
    ...(ahead && {
      forecast: {
        amount: cents(ahead.expected),
        low: cents(ahead.low),
        high: cents(ahead.high),
      },
    }),
    ...(budget && {
      budget: budgetStanding(budget, { spent: toDate, forecast: ahead }),
    }),
  };
}
