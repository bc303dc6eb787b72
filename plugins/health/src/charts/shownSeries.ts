import type { HealthChart } from '@portico/plugin-health-common';

/** More lines than this can't be told apart. */
const MOST = 5;

export type Series = HealthChart['series'][number];

/** The last value that is known. */
export function lastKnown(values: (number | null)[]): number | undefined {
  return values.findLast(value => value !== null) ?? undefined;
}

/** The series to draw, five at most by size, in the order given; and how many the table has besides. */
export function shownSeries(series: Series[]): {
  shown: Series[];
  more: number;
} {
  if (series.length <= MOST) return { shown: series, more: 0 };
  const size = ({ values }: Series) =>
    Math.max(...values.map(value => value ?? -Infinity));
  const biggest = new Set(
    [...series].sort((a, b) => size(b) - size(a)).slice(0, MOST),
  );
  return {
    shown: series.filter(one => biggest.has(one)),
    more: series.length - MOST,
  };
}

/** Whether anything came at all. */
export function isEmpty({ series }: HealthChart): boolean {
  return series.every(({ values }) => values.every(value => value === null));
}
