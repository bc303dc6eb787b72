const DAY_MS = 86_400_000;
/** Someone can be brought in a little late, and planned half a year ahead. */
const MAX_PAST_DAYS = 31;
const MAX_FUTURE_DAYS = 183;

/** What is wrong with a day such as `2026-12-01`; `undefined` if nothing is. */
export function startDateProblem(
  startDate: string,
  now = new Date(),
): string | undefined {
  const time = Date.parse(`${startDate}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(startDate) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(startDate);
  if (!isDay) {
    return `The start date '${startDate}' is no day: write it like 2026-12-01.`;
  }
  const days = (time - now.getTime()) / DAY_MS;
  if (days < -MAX_PAST_DAYS) {
    return `The start date ${startDate} is more than a month ago.`;
  }
  if (days > MAX_FUTURE_DAYS) {
    return `The start date ${startDate} is more than half a year away.`;
  }
  return undefined;
}
