/** First day of a period, `YYYY-MM-DD`: so many months after the first one began, on the same date where the month has it. */
export function periodStart(from: string, months: number): string {
  const [year, month, date] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/** Number of the period that a day is in, counted from 0; the day is not before the first. */
export function periodOf(from: string, months: number, day: string): number {
  const [year, month] = day.split('-').map(Number);
  const [firstYear, firstMonth] = from.split('-').map(Number);
  const passed = (year - firstYear) * 12 + month - firstMonth;
  const number = Math.floor(passed / months);
  return periodStart(from, number * months) <= day ? number : number - 1;
}
