import { InputError } from '@backstage/errors';

const LONGEST_DAYS = 31;
const DAY_MS = 86_400_000;
/** Clocks of browsers are not exact. */
const AHEAD_MS = 300_000;
/** More points than that are not drawn. */
const POINTS = 240;
const SHORTEST_STEP_MS = 15_000;

export interface TimeRange {
  from: Date;
  to: Date;
}

/**
 * The range on a grid as wide as one point, so that those who look at the same time ask for the same.
 *
 * @throws InputError if it is empty, too long, or lies in the future
 */
export function alignRange({ from, to }: TimeRange, now: Date): TimeRange {
  refuseRange({ from, to }, now, LONGEST_DAYS);
  const end = Math.min(to.getTime(), now.getTime());
  const start = Math.min(from.getTime(), end);
  const step = Math.max(
    SHORTEST_STEP_MS,
    Math.ceil((end - start) / POINTS / SHORTEST_STEP_MS) * SHORTEST_STEP_MS,
  );
  const last = Math.floor(end / step) * step;
  return {
    from: new Date(Math.min(Math.floor(start / step) * step, last - step)),
    to: new Date(last),
  };
}

/** @throws InputError if the range is empty, longer than so many days, or lies in the future */
export function refuseRange(
  { from, to }: TimeRange,
  now: Date,
  longestDays: number,
): void {
  if (from >= to) {
    throw new InputError(
      `from (${from.toISOString()}) must be before to (${to.toISOString()}).`,
    );
  }
  if (to.getTime() - from.getTime() > longestDays * DAY_MS) {
    throw new InputError(`from and to may lie ${longestDays} days apart.`);
  }
  if (to.getTime() > now.getTime() + AHEAD_MS) {
    throw new InputError(`to (${to.toISOString()}) lies in the future.`);
  }
}
