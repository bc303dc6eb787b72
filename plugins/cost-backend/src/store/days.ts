/** Days and months as tables have them: whole numbers that sort, e.g. 20261121 and 202611. */

/** @param day `YYYY-MM-DD` */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** @returns `YYYY-MM-DD` */
export function dayText(day: number): string {
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** Of a day of either form. */
export function monthNumber(day: string | number): number {
  return Math.floor((typeof day === 'string' ? dayNumber(day) : day) / 100);
}

const DAY_MS = 86_400_000;

/** The day (UTC) of a moment, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** @param day `YYYY-MM-DD` */
export function addDays(day: string, count: number): string {
  return dayOf(new Date(Date.parse(day) + count * DAY_MS));
}

/** All days from the first to the last, both included. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
