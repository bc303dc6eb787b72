import { monthEnd } from '@portico/plugin-cost-node';
import { daysFrom } from '../../store/days';

/** `2026-11` of `2026-11-21`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month so many before. */
export function monthBefore(month: string, by = 1): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - by, 1)).toISOString().slice(0, 7);
}

/** So many months up to this one, oldest first. */
export function monthsUpTo(month: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    monthBefore(month, count - 1 - at),
  );
}

/** All days of a month, `YYYY-MM-DD`. */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`;
  return daysFrom(first, monthEnd(first));
}

/** `2026-11` of 202611. */
export function monthText(number: number): string {
  const text = String(number);
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
