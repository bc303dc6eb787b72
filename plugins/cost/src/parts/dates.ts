import type { MonthStanding } from '@portico/plugin-cost-common';

const formats = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });

const LONG = formats({ month: 'long' });
const SHORT = formats({ day: 'numeric', month: 'short' });
const TITLE = formats({ month: 'long', year: 'numeric' });

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** `November` of `2026-11`. */
export const monthName = (month: string) => LONG.format(at(`${month}-01`));

/** `Nov` of `2026-11`. */
export const monthShort = (month: string) => monthName(month).slice(0, 3);

/** `November 2026`. */
export const monthTitle = (month: string) => TITLE.format(at(`${month}-01`));

/** `19 Nov` of `2026-11-19`. Bills have days of UTC. */
export const dayWords = (day: string) => SHORT.format(at(day));

/** `2026-11` of `2026-11-19`. */
export const monthOf = (day: string) => day.slice(0, 7);

/** How many days a month has. */
export function daysIn(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** All days of a month, `YYYY-MM-DD`. */
export const monthDays = (month: string): string[] =>
  Array.from(
    { length: daysIn(month) },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );

/** The months before, newest first, beginning with the given one. */
export function monthsBack(month: string, count: number): string[] {
  const [year, number] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** The days of the month before that a standing is compared with: `1 to 19 October`, `October`. */
export function beforeWords(standing: MonthStanding): string | undefined {
  const { before, daysKnown } = standing;
  if (!before) return undefined;
  const known = Math.min(daysKnown, daysIn(before.month));
  const name = monthName(before.month);
  if (known === daysIn(before.month)) return name;
  return known === 1 ? `1 ${name}` : `1 to ${known} ${name}`;
}
