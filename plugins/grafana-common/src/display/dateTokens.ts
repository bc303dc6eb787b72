/** A moment taken apart in one time zone. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  /** Minutes east of UTC. */
  offset: number;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const DAYS = [
  ...['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday'],
  ...['Friday', 'Saturday'],
];

export const pad = (value: number, length = 2) =>
  `${value < 0 ? '-' : ''}${`${Math.abs(value)}`.padStart(length, '0')}`;

function ordinal(value: number): string {
  const teen = Math.floor((value % 100) / 10) === 1;
  return `${value}${(!teen && ['', 'st', 'nd', 'rd'][value % 10]) || 'th'}`;
}

const dayNumber = (year: number, month: number, day: number) =>
  Math.floor(Date.UTC(year, month - 1, day) / 864e5);

/** Week by ISO 8601, and the year that it belongs to. */
function isoWeek(p: DateParts): { week: number; year: number } {
  const today = dayNumber(p.year, p.month, p.day);
  const weekday = (today + 3) % 7;
  const thursday = new Date((today - weekday + 3) * 864e5);
  const year = thursday.getUTCFullYear();
  const days = thursday.getTime() / 864e5 - dayNumber(year, 1, 1);
  return { week: Math.floor(days / 7) + 1, year };
}

/** Week that begins on Sunday; the first holds 1 January. */
function localWeek(p: DateParts): { week: number; year: number } {
  const today = dayNumber(p.year, p.month, p.day);
  const weekday = (today + 4) % 7;
  const saturday = new Date((today - weekday + 6) * 864e5);
  const year = saturday.getUTCFullYear();
  const days = saturday.getTime() / 864e5 - dayNumber(year, 1, 1);
  return { week: Math.floor(days / 7) + 1, year };
}

function offsetText(minutes: number, colon: string): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? '-' : '+';
  return `${sign}${pad(Math.floor(size / 60))}${colon}${pad(size % 60)}`;
}

const hour12 = (p: DateParts) => p.hour % 12 || 12;
const hour24 = (p: DateParts) => p.hour || 24;
const dayOfYear = (p: DateParts) =>
  dayNumber(p.year, p.month, p.day) - dayNumber(p.year, 1, 1) + 1;
const weekday = (p: DateParts) =>
  (((dayNumber(p.year, p.month, p.day) + 4) % 7) + 7) % 7;

type Write = (p: DateParts, at: number) => string | number;

/** Tokens of Moment.js, which Grafana formats dates with: https://momentjs.com/docs/#/displaying/format/ */
export const TOKENS: Record<string, Write> = {
  YYYY: p => pad(p.year, 4),
  YY: p => pad(p.year % 100),
  Y: p => p.year,
  Q: p => Math.ceil(p.month / 3),
  Qo: p => ordinal(Math.ceil(p.month / 3)),
  MMMM: p => MONTHS[p.month - 1],
  MMM: p => MONTHS[p.month - 1].slice(0, 3),
  MM: p => pad(p.month),
  Mo: p => ordinal(p.month),
  M: p => p.month,
  DDDD: p => pad(dayOfYear(p), 3),
  DDDo: p => ordinal(dayOfYear(p)),
  DDD: dayOfYear,
  DD: p => pad(p.day),
  Do: p => ordinal(p.day),
  D: p => p.day,
  dddd: p => DAYS[weekday(p)],
  ddd: p => DAYS[weekday(p)].slice(0, 3),
  dd: p => DAYS[weekday(p)].slice(0, 2),
  do: p => ordinal(weekday(p)),
  d: weekday,
  e: weekday,
  E: p => weekday(p) || 7,
  WW: p => pad(isoWeek(p).week),
  Wo: p => ordinal(isoWeek(p).week),
  W: p => isoWeek(p).week,
  ww: p => pad(localWeek(p).week),
  wo: p => ordinal(localWeek(p).week),
  w: p => localWeek(p).week,
  GGGG: p => pad(isoWeek(p).year, 4),
  GG: p => pad(isoWeek(p).year % 100),
  gggg: p => pad(localWeek(p).year, 4),
  gg: p => pad(localWeek(p).year % 100),
  HH: p => pad(p.hour),
  H: p => p.hour,
  hh: p => pad(hour12(p)),
  h: hour12,
  kk: p => pad(hour24(p)),
  k: hour24,
  Hmmss: p => `${p.hour}${pad(p.minute)}${pad(p.second)}`,
  Hmm: p => `${p.hour}${pad(p.minute)}`,
  hmmss: p => `${hour12(p)}${pad(p.minute)}${pad(p.second)}`,
  hmm: p => `${hour12(p)}${pad(p.minute)}`,
  mm: p => pad(p.minute),
  m: p => p.minute,
  ss: p => pad(p.second),
  s: p => p.second,
  A: p => (p.hour < 12 ? 'AM' : 'PM'),
  a: p => (p.hour < 12 ? 'am' : 'pm'),
  ZZ: p => offsetText(p.offset, ''),
  Z: p => offsetText(p.offset, ':'),
  X: (_, at) => Math.floor(at / 1000),
  x: (_, at) => at,
};
