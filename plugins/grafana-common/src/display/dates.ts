/** A moment taken apart in one time zone. */
interface DateParts {
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

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const zone = timeZone ?? '';
  const known = formats.get(zone);
  if (known) {
    return known;
  }
  const numeric = 'numeric';
  const named = zone === '' || zone === 'browser' ? undefined : zone;
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ year: numeric, month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
    era: 'short',
    hourCycle: 'h23',
    timeZone: named === 'utc' ? 'UTC' : named,
  });
  formats.set(zone, format);
  return format;
}

function partsOf(at: number, timeZone: string | undefined): DateParts {
  const found = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const number = (name: string) => Number(found[name]);
  const year = found.era === 'BC' ? 1 - number('year') : number('year');
  const ms = ((at % 1000) + 1000) % 1000;
  const date = {
    ...{ year, month: number('month'), day: number('day'), ms },
    ...{ hour: number('hour'), minute: number('minute') },
    second: number('second'),
  };
  const wall = new Date(0);
  wall.setUTCFullYear(year, date.month - 1, date.day);
  wall.setUTCHours(date.hour, date.minute, date.second, ms);
  return { ...date, offset: Math.round((wall.getTime() - at) / 6e4) };
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const DAYS = [
  ...['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday'],
  ...['Friday', 'Saturday'],
];

const pad = (value: number, length = 2) =>
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
const TOKENS: Record<string, Write> = {
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

const LONG: Record<string, string> = {
  LTS: 'h:mm:ss A',
  LT: 'h:mm A',
  LLLL: 'dddd, MMMM D, YYYY h:mm A',
  LLL: 'MMMM D, YYYY h:mm A',
  LL: 'MMMM D, YYYY',
  L: 'MM/DD/YYYY',
  llll: 'ddd, MMM D, YYYY h:mm A',
  lll: 'MMM D, YYYY h:mm A',
  ll: 'MMM D, YYYY',
  l: 'M/D/YYYY',
};
const LONG_PATTERN = /(\[[^[]*\])|(\\)?(LTS|LT|LL?L?L?|l{1,4})/g;
const PATTERN =
  /(\[[^[]*\])|(\\)?([Hh]mm(ss)?|Mo|MM?M?M?|Do|DDDo|DD?D?D?|ddd?d?|do?|w[ow]?|W[oW]?|Qo?|YYYY|YY|Y|gggg|gg|GGGG|GG|e|E|a|A|hh?|HH?|kk?|mm?|ss?|S{1,9}|x|X|zz?|ZZ?|.)/gs;

function zoneName(at: number, timeZone: string | undefined): string {
  if (timeZone === 'utc') {
    return 'UTC';
  }
  const named = timeZone === 'browser' ? undefined : timeZone;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: named,
    timeZoneName: 'short',
  }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/**
 * A moment in the pattern of Moment.js, e.g. `YYYY-MM-DD HH:mm:ss`.
 *
 * @param at - milliseconds since 1970
 * @param timeZone - IANA name or `utc`; the reader's own if absent
 */
export function dateText(
  at: number,
  pattern: string,
  timeZone?: string,
): string {
  if (!Number.isFinite(new Date(at).getTime())) {
    return 'Invalid date';
  }
  const whole = Math.trunc(at);
  const parts = partsOf(whole, timeZone);
  const long = pattern.replace(LONG_PATTERN, (all, quoted, escape, token) =>
    quoted || escape ? all : LONG[token],
  );
  return long.replace(PATTERN, (all, quoted, escape, token: string) => {
    if (quoted) {
      return quoted.slice(1, -1);
    }
    if (escape) {
      return token;
    }
    if (/^S+$/.test(token)) {
      return `${pad(parts.ms, 3)}000000`.slice(0, token.length);
    }
    if (/^z+$/.test(token)) {
      return zoneName(whole, timeZone);
    }
    return `${TOKENS[token]?.(parts, whole) ?? all}`;
  });
}
