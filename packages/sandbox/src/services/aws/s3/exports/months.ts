import { RESTATED_DAYS } from '../../../../billing';

const DAY_MS = 86_400_000;

/** A month of the bill, as it stands. */
export interface BilledMonth {
  /** `YYYY-MM`. */
  month: string;
  /** The last day on which something of it changed, up to today: the same day, the same bytes. */
  version: string;
}

/** Months that have something on the bill, the oldest first, so many at most. */
export function monthsUntil(today: string, count: number): BilledMonth[] {
  const [year, month] = today.split('-').map(Number);
  const months: BilledMonth[] = [];
  for (let ago = count - 1; ago >= 0; ago -= 1) {
    const first = dayOf(Date.UTC(year, month - 1 - ago));
    if (first >= today) continue;
    const closed = dayOf(
      Date.UTC(year, month - ago) + (RESTATED_DAYS - 1) * DAY_MS,
    );
    months.push({
      month: first.slice(0, 7),
      version: closed < today ? closed : today,
    });
  }
  return months;
}

/** Days of a month, `YYYY-MM-DD`. */
export function daysOf(month: string): string[] {
  const [year, number] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from(
    { length: count },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
