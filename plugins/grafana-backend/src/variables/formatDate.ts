const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(
  ' ',
);
const TOKEN =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|SSS|A|a|ZZ|Z|X|x/g;

/** A time in UTC, by a pattern of moment.js: https://momentjs.com/docs/#/displaying/ */
export function formatDate(time: Date, pattern: string): string {
  const pad = (value: number, length = 2) =>
    String(value).padStart(length, '0');
  const year = time.getUTCFullYear();
  const month = time.getUTCMonth();
  const day = time.getUTCDate();
  const hour = time.getUTCHours();
  const half = hour % 12 || 12;
  const minute = time.getUTCMinutes();
  const second = time.getUTCSeconds();
  const tokens: Record<string, string> = {
    YYYY: pad(year, 4),
    YY: pad(year % 100),
    MMMM: MONTHS[month],
    MMM: MONTHS[month].slice(0, 3),
    MM: pad(month + 1),
    M: `${month + 1}`,
    DD: pad(day),
    D: `${day}`,
    dddd: DAYS[time.getUTCDay()],
    ddd: DAYS[time.getUTCDay()].slice(0, 3),
    HH: pad(hour),
    H: `${hour}`,
    hh: pad(half),
    h: `${half}`,
    mm: pad(minute),
    m: `${minute}`,
    ss: pad(second),
    s: `${second}`,
    SSS: pad(time.getUTCMilliseconds(), 3),
    A: hour < 12 ? 'AM' : 'PM',
    a: hour < 12 ? 'am' : 'pm',
    ZZ: '+0000',
    Z: '+00:00',
    X: `${Math.floor(time.getTime() / 1000)}`,
    x: `${time.getTime()}`,
  };
  return pattern.replace(
    TOKEN,
    (token, literal: string | undefined) => literal ?? tokens[token],
  );
}
