import { InputError } from '@backstage/errors';
import type { RangeSeries } from '@portico/plugin-prometheus-node';

/** Points of a chart at most; a server refuses 11,000. */
export const MOST_POINTS = 300;
const LONGEST_DAYS = 90;

const STEPS = [
  15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600,
  43_200,
];

/** Moments of a chart, in seconds since 1970: multiples of the step, so that the same ones come again a moment later. */
export interface Grid {
  start: number;
  end: number;
  stepSeconds: number;
}

/** @throws InputError for a range that is none, or is longer than 90 days */
export function gridOf(from: Date, to: Date, leastSeconds = 15): Grid {
  const [first, last] = [from.getTime() / 1000, to.getTime() / 1000];
  if (!(last > first)) {
    throw new InputError('A chart needs a time `from` that is before `to`.');
  }
  if (last - first > LONGEST_DAYS * 86_400) {
    throw new InputError(`A chart shows ${LONGEST_DAYS} days at most.`);
  }
  const stepSeconds = STEPS.find(
    it => it >= leastSeconds && (last - first) / it + 2 <= MOST_POINTS,
  )!;
  const align = (seconds: number) =>
    Math.floor(seconds / stepSeconds) * stepSeconds;
  return { start: align(first), end: align(last), stepSeconds };
}

/** All moments of a grid. */
export function momentsOf({ start, end, stepSeconds }: Grid): number[] {
  return Array.from(
    { length: Math.round((end - start) / stepSeconds) + 1 },
    (_, index) => start + index * stepSeconds,
  );
}

/** Values at the moments of a grid; gaps, and what is no number (0 ÷ 0), are `null`. */
export function valuesAt(
  grid: Grid,
  series: RangeSeries | undefined,
): (number | null)[] {
  const byMoment = new Map(
    series?.values.map(([at, value]) => [Math.round(at), value]),
  );
  return momentsOf(grid).map(at => {
    const value = byMoment.get(at);
    return value !== undefined && Number.isFinite(value) ? value : null;
  });
}
