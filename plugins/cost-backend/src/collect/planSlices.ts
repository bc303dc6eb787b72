import type { DaySlice } from '@portico/plugin-cost-node';
import { dayNumber, daysFrom, dayText } from '../store/days';
import type { DayRange } from '../store/SourceStore';

/**
 * Cuts the days that nothing is known of into slices, newest first. No slice goes beyond its month, since bills are
 * files or pages of a month.
 *
 * @param days `YYYY-MM-DD`, ascending
 */
export function slicesOf(
  days: readonly string[],
  sliceDays: number,
): DaySlice[] {
  const slices: DaySlice[] = [];
  let length = 0;
  for (const day of [...days].reverse()) {
    const open = slices.at(-1);
    const follows =
      open &&
      length < sliceDays &&
      open.from.slice(0, 7) === day.slice(0, 7) &&
      daysFrom(day, open.from).length === 2;
    if (follows) {
      open.from = day;
      length += 1;
    } else {
      slices.push({ from: day, to: day });
      length = 1;
    }
  }
  return slices;
}

/** Days of a range that none of the others has. */
export function uncovered(
  range: DaySlice,
  covered: readonly DayRange[],
): string[] {
  const known = new Set(
    covered.flatMap(({ from, to }) =>
      from === to
        ? [from]
        : daysFrom(dayText(from), dayText(to)).map(dayNumber),
    ),
  );
  return daysFrom(range.from, range.to).filter(
    day => !known.has(dayNumber(day)),
  );
}

/** The first day of the month that lies so many months before a day's own. */
export function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1))
    .toISOString()
    .slice(0, 10);
}
