import type { HealthChart } from '@portico/plugin-health-common';

/** More lines than this can't be told apart. */
const MOST = 5;

export type Series = HealthChart['series'][number];

/** The last value that is known. */
export function lastKnown(values: (number | null)[]): number | undefined {
  return values.findLast(value => value !== null) ?? undefined;
}

/** The series to draw, those with values, five at most by size, in the order given; and how many the table has besides. */
export function shownSeries(series: Series[]): {
  shown: Series[];
  more: number;
} {
  const drawn = series.filter(it => lastKnown(it.values) !== undefined);
  if (drawn.length <= MOST) return { shown: drawn, more: 0 };
  const size = ({ values }: Series) =>
    Math.max(...values.map(value => value ?? -Infinity));
  const biggest = new Set(
    [...drawn].sort((a, b) => size(b) - size(a)).slice(0, MOST),
  );
  return {
    shown: drawn.filter(one => biggest.has(one)),
    more: drawn.length - MOST,
  };
}

/** Whether anything came at all. */
export function isEmpty({ series }: HealthChart): boolean {
  return series.every(({ values }) => values.every(value => value === null));
}
