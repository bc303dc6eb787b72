type DatePart = (date: Date) => number;

const DAY_MS = 86_400_000;

const PARTS: Record<string, DatePart> = {
  day_of_month: date => date.getUTCDate(),
  day_of_week: date => date.getUTCDay(),
  day_of_year: date =>
    Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / DAY_MS) +
    1,
  days_in_month: date =>
    new Date(
      Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
    ).getUTCDate(),
  hour: date => date.getUTCHours(),
  minute: date => date.getUTCMinutes(),
  month: date => date.getUTCMonth() + 1,
  year: date => date.getUTCFullYear(),
};

/** Functions of a moment, given in seconds since 1970, in UTC. */
export const DATE_FUNCTIONS: Record<string, (seconds: number) => number> =
  Object.fromEntries(
    Object.entries(PARTS).map(([name, part]) => [
      name,
      (seconds: number) => part(new Date(Math.trunc(seconds) * 1000)),
    ]),
  );
