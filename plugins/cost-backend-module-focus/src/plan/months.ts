import type { DaySlice } from '@portico/plugin-cost-node';

/** Months that a slice has days of, `YYYY-MM`. */
export function monthsOf({ from, to }: DaySlice): string[] {
  const months: string[] = [];
  let month = from.slice(0, 7);
  while (month <= to.slice(0, 7)) {
    months.push(month);
    const [year, number] = month.split('-').map(Number);
    month = new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
  }
  return months;
}
