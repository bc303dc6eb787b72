import { type DateParts, pad, TOKENS } from './dateTokens';

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
