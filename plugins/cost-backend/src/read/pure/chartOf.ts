import {
  roundMoney,
  type Amount,
  type DailyChart,
  type Nanos,
} from '@portico/plugin-cost-common';
import type { MonthForecast } from '@portico/plugin-cost-node';
import type { MonthFrame } from '../time/MonthFrame';
import {
  addUp,
  cents,
  descending,
  fromUnits,
  roundTo,
  sum,
  sumOf,
  type Daily,
} from './amounts';

/** Something that costs, day by day. */
export interface Part {
  id: string;
  title: string;
  daily: Daily;
}

export const UNATTRIBUTED = 'unattributed';
const MOST_SERIES = 7;

/**
 * Days of a month with what was spent on each. The largest parts stand for themselves, the others together; what is
 * nobody's is never among the others. The days of a part add up to what stands for it in tables, to the cent.
 */
export function chartOf(
  { days, knows }: MonthFrame,
  parts: readonly Part[],
  forecast?: MonthForecast,
): DailyChart {
  const known = days.filter(knows);
  return {
    days,
    series: largest(parts, known).map(({ id, title, daily, total }) => {
      const amounts = centsByDay(daily, known, total);
      return {
        id,
        title,
        amounts: days.map(day => amounts.get(day) ?? null),
      };
    }),
    ...(forecast?.days.length && {
      forecast: {
        days: forecast.days.map(({ day }) => day),
        amounts: forecast.days.map(({ cost }) => cents(fromUnits(cost))),
      },
    }),
  };
}

/** Each day is what its sum so far, in cents, is more than that of the day before; the last one reaches the total. */
function centsByDay(
  daily: Daily,
  days: readonly string[],
  total: Nanos,
): Map<string, Amount> {
  let exact = 0n;
  let shown = 0n;
  return new Map(
    days.map((day, at) => {
      exact += daily.get(day) ?? 0n;
      const reached = at === days.length - 1 ? total : roundMoney(exact, 2);
      const amount = cents(reached - shown);
      shown = reached;
      return [day, amount];
    }),
  );
}

/** A part with what stands for it, in cents: together they are the rounded sum. */
type Shown = Part & { total: Nanos };

function largest(parts: readonly Part[], days: readonly string[]): Shown[] {
  const sorted = parts
    .map(part => ({ ...part, total: sumOf(part.daily, days) }))
    .sort(
      (a, b) =>
        Number(a.id === UNATTRIBUTED) - Number(b.id === UNATTRIBUTED) ||
        bySize(a, b),
    );
  const rounded = roundTo(sorted.map(({ total }) => total));
  const all = sorted.map((part, at) => ({ ...part, total: rounded[at] }));
  const named = all.filter(({ id }) => id !== UNATTRIBUTED);
  const rest = named.slice(MOST_SERIES);
  if (rest.length < 2) return all;
  return [
    ...named.slice(0, MOST_SERIES),
    {
      id: 'other',
      title: `${rest.length} more`,
      daily: addUp(rest.map(({ daily }) => daily)),
      total: sum(rest.map(({ total }) => total)),
    },
    ...all.filter(({ id }) => id === UNATTRIBUTED),
  ];
}

/** Largest first. */
export function bySize(a: { total: Nanos }, b: { total: Nanos }): number {
  return descending(a.total, b.total);
}
