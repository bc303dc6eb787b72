import type { DailyChart, Nanos } from '@portico/plugin-cost-common';
import type { MonthForecast } from '@portico/plugin-cost-node';
import type { MonthFrame } from '../time/MonthFrame';
import {
  addUp,
  cents,
  descending,
  fromUnits,
  roundTo,
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
 * nobody's is never among the others. A day's parts add up to its total.
 */
export function chartOf(
  { days, knows }: MonthFrame,
  parts: readonly Part[],
  forecast?: MonthForecast,
): DailyChart {
  const series = largest(parts, days).map(part => ({
    ...part,
    amounts: [] as (string | null)[],
  }));
  for (const day of days) {
    const amounts = knows(day)
      ? roundTo(series.map(({ daily }) => daily.get(day) ?? 0n)).map(cents)
      : undefined;
    series.forEach((one, at) => one.amounts.push(amounts?.[at] ?? null));
  }
  return {
    days,
    series: series.map(({ id, title, amounts }) => ({ id, title, amounts })),
    ...(forecast?.days.length && {
      forecast: {
        days: forecast.days.map(({ day }) => day),
        amounts: forecast.days.map(({ cost }) => cents(fromUnits(cost))),
      },
    }),
  };
}

function largest(parts: readonly Part[], days: readonly string[]): Part[] {
  const nobody = parts.filter(({ id }) => id === UNATTRIBUTED);
  const sorted = parts
    .filter(({ id }) => id !== UNATTRIBUTED)
    .map(part => ({ part, total: sumOf(part.daily, days) }))
    .sort(bySize)
    .map(({ part }) => part);
  const rest = sorted.slice(MOST_SERIES);
  if (rest.length < 2) return [...sorted, ...nobody];
  return [
    ...sorted.slice(0, MOST_SERIES),
    {
      id: 'other',
      title: `${rest.length} more`,
      daily: addUp(rest.map(({ daily }) => daily)),
    },
    ...nobody,
  ];
}

/** Largest first. */
export function bySize(a: { total: Nanos }, b: { total: Nanos }): number {
  return descending(a.total, b.total);
}
