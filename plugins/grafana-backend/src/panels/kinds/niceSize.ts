const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Sizes of buckets of time that read well. Milliseconds. */
export const TIME_SIZES = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map(it => it * SECOND),
  ...[1, 2, 5, 10, 15, 30].map(it => it * MINUTE),
  ...[1, 2, 4, 6, 8, 12, 18].map(it => it * HOUR),
  ...[1, 2, 3, 4, 5, 6, 7, 10, 15, 30, 45, 60, 90, 180].map(it => it * DAY),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(it => it * YEAR),
];

/** Sizes of buckets of values that read well. */
export const LINEAR_SIZES = Array.from(
  { length: 31 },
  (_, at) => at - 15,
).flatMap(power => [1, 2, 2.5, 4, 5].map(it => Number(`${it}e${power}`)));

/** The largest of these sizes that is not above what is wanted; the smallest if all are. */
export function niceSize(wanted: number, sizes: readonly number[]): number {
  const above = sizes.findIndex(size => size > wanted);
  return above < 0 ? sizes[sizes.length - 1] : sizes[Math.max(above - 1, 0)];
}
