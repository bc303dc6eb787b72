import { momentOf, type TimeRange } from './TimeRange';

/** What the picker offers, in Grafana's words. */
export const QUICK_RANGES: (TimeRange & { words: string })[] = [
  { from: 'now-5m', to: 'now', words: 'Last 5 minutes' },
  { from: 'now-15m', to: 'now', words: 'Last 15 minutes' },
  { from: 'now-30m', to: 'now', words: 'Last 30 minutes' },
  { from: 'now-1h', to: 'now', words: 'Last hour' },
  { from: 'now-3h', to: 'now', words: 'Last 3 hours' },
  { from: 'now-6h', to: 'now', words: 'Last 6 hours' },
  { from: 'now-12h', to: 'now', words: 'Last 12 hours' },
  { from: 'now-24h', to: 'now', words: 'Last 24 hours' },
  { from: 'now-2d', to: 'now', words: 'Last 2 days' },
  { from: 'now-7d', to: 'now', words: 'Last 7 days' },
  { from: 'now-30d', to: 'now', words: 'Last 30 days' },
  { from: 'now/d', to: 'now', words: 'Today so far' },
  { from: 'now-1d/d', to: 'now-1d/d', words: 'Yesterday' },
  { from: 'now/w', to: 'now', words: 'This week so far' },
];

const UNITS: Record<string, string> = {
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
  M: 'months',
  y: 'years',
};

const two = (value: number) => String(value).padStart(2, '0');

/** `2026-11-21 14:05`, with seconds where there are some; in the viewer's zone. */
export function formatMoment(at: Date): string {
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())];
  const time = [two(at.getHours()), two(at.getMinutes())];
  if (at.getSeconds() > 0) time.push(two(at.getSeconds()));
  return `${day.join('-')} ${time.join(':')}`;
}

const isMoment = (expression: string) => /^\d/.test(expression);

/** How one end of a range is written into its field. */
export function formatEnd(expression: string): string {
  const moment = isMoment(expression) && momentOf(expression, false, 0);
  return moment ? formatMoment(new Date(moment)) : expression;
}

/** A range in words: `Last 6 hours`, `2026-11-21 13:00 to 14:00`. */
export function rangeWords(range: TimeRange): string {
  const { from, to } = range;
  const quick = QUICK_RANGES.find(it => it.from === from && it.to === to);
  if (quick) return quick.words;
  const last = /^now-(\d+)([smhdwMy])$/.exec(from);
  if (last && to === 'now') {
    const [, count, unit] = last;
    return `Last ${count} ${UNITS[unit].slice(
      0,
      count === '1' ? -1 : undefined,
    )}`;
  }
  const [start, end] = [formatEnd(from), formatEnd(to)];
  const sameDay =
    isMoment(from) && isMoment(to) && start.slice(0, 10) === end.slice(0, 10);
  return `${start} to ${sameDay ? end.slice(11) : end}`;
}

/** Reads what somebody typed: an expression, or a date with or without a time; undefined where it is neither. */
export function parseEnd(typed: string, end: boolean): string | undefined {
  const text = typed.trim();
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (!match) {
    return momentOf(text, end, Date.now()) === undefined ? undefined : text;
  }
  const [, year, month, day, hours, minutes, seconds] = match.map(Number);
  const whole = match[4] === undefined;
  const at = whole
    ? new Date(year, month - 1, day + (end ? 1 : 0))
    : new Date(year, month - 1, day, hours, minutes, seconds || 0);
  return String(at.getTime());
}
