import { dateText } from './dates';
import type { ValueFormat } from './numbers';

const FULL = 'YYYY-MM-DD HH:mm:ss';

/** A date in a pattern of Moment.js; where `today` is given, that for times of the present day. */
export function datePattern(pattern: string, today?: string): ValueFormat {
  return (value, _, options = {}) => {
    const { timeZone, now = Date.now() } = options;
    const day = (at: number) => dateText(at, 'YYYY-MM-DD', timeZone);
    const short = today !== undefined && day(value) === day(now);
    return { text: dateText(value, short ? today : pattern, timeZone) };
  };
}

const NAMES: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {
  ...{ year: 'YYYY', month: 'MM', day: 'DD' },
  ...{ minute: 'mm', second: 'ss', dayPeriod: 'A' },
};

/** The pattern that the reader's language writes dates and times in. */
function localPattern(date: boolean): string {
  const two = '2-digit' as const;
  const format = new Intl.DateTimeFormat([...navigator.languages], {
    ...(date && { year: 'numeric', month: two, day: two }),
    ...{ hour: two, minute: two, second: two },
  });
  const hour = format.resolvedOptions().hour12 ? 'hh' : 'HH';
  return format
    .formatToParts(0)
    .map(({ type, value }) => (type === 'hour' ? hour : NAMES[type] ?? value))
    .join('');
}

/** From seconds on: at most so many of a unit, in words; then the next. */
function distance(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const minutes = Math.round(Math.abs(ms) / 6e4);
  const hours = Math.round(Math.abs(ms) / 36e5);
  const days = Math.round(Math.abs(ms) / 864e5);
  const months = Math.round((days * 4800) / 146097);
  const years = Math.round((days * 400) / 146097);
  const steps: [boolean, string][] = [
    [seconds < 45, 'a few seconds'],
    [minutes <= 1, 'a minute'],
    [minutes < 45, `${minutes} minutes`],
    [hours <= 1, 'an hour'],
    [hours < 22, `${hours} hours`],
    [days <= 1, 'a day'],
    [days < 26, `${days} days`],
    [months <= 1, 'a month'],
    [months < 11, `${months} months`],
    [years <= 1, 'a year'],
  ];
  return steps.find(([holds]) => holds)?.[1] ?? `${years} years`;
}

/** Formats of moments, by Grafana's id. Values are milliseconds since 1970. */
export const dateUnits: Record<string, ValueFormat> = {
  dateTimeAsIso: datePattern(FULL),
  dateTimeAsIsoNoDateIfToday: datePattern(FULL, 'HH:mm:ss'),
  dateTimeAsUS: datePattern('MM/DD/YYYY h:mm:ss a'),
  dateTimeAsUSNoDateIfToday: datePattern('MM/DD/YYYY h:mm:ss a', 'h:mm:ss a'),
  dateTimeAsLocal: (...args) => datePattern(localPattern(true))(...args),
  dateTimeAsLocalNoDateIfToday: (...args) =>
    datePattern(localPattern(true), localPattern(false))(...args),
  dateTimeAsSystem: (value, _, options = {}) => {
    const pattern = options.milliseconds ? `${FULL}.SSS` : FULL;
    return { text: dateText(value, pattern, options.timeZone) };
  },
  dateTimeFromNow: (value, _, options = {}) => {
    const ago = (options.now ?? Date.now()) - value;
    const words = distance(ago);
    return { text: ago < 0 ? `in ${words}` : `${words} ago` };
  },
};
