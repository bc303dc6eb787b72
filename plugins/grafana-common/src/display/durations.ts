import { dateText } from './dates';
import { toFixed, type ValueFormat } from './numbers';

/** `[below, size of the unit, its name]`, ascending; the last has no limit. */
type Steps = readonly (readonly [number, number, string])[];

const PLURAL = / (min|hour|day|week|year)$/;

/** Writes a time span in the biggest unit that holds it. The unit at `plain` is never in the plural. */
function span(steps: Steps, plain?: string): ValueFormat {
  return (value, decimals) => {
    const size = Math.abs(value);
    const [, unit, name] =
      steps.find(([below]) => size < below) ?? steps[steps.length - 1];
    const amount = unit >= 1 ? value / unit : value * Math.round(1 / unit);
    const many =
      name !== plain && Math.abs(amount) > 1 && PLURAL.test(` ${name}`);
    return {
      text: toFixed(amount, decimals),
      suffix: ` ${name}${many ? 's' : ''}`,
    };
  };
}

const SECONDS: Steps = [
  [1e-6, 1e-9, 'ns'],
  [1e-3, 1e-6, 'µs'],
  [1, 1e-3, 'ms'],
  [60, 1, 's'],
  [3600, 60, 'min'],
  [86400, 3600, 'hour'],
  [604800, 86400, 'day'],
  [31536e3, 604800, 'week'],
  [Infinity, 31556900, 'year'],
];
const inSeconds = span(SECONDS);
const seconds: ValueFormat = (value, decimals) =>
  value === 0 ? { text: '0', suffix: ' s' } : inSeconds(value, decimals);

const UNITS = [
  ['year', 31536e6],
  ['month', 2592e6],
  ['week', 6048e5],
  ['day', 864e5],
  ['hour', 36e5],
  ['minute', 6e4],
  ['second', 1000],
  ['millisecond', 1],
] as const;

/** `1 hour, 2 minutes`; decimals say how many units follow the first. */
function inWords(unit: 'second' | 'millisecond'): ValueFormat {
  const scale = unit === 'second' ? 1000 : 1;
  const positive = (value: number, decimals: number) => {
    const parts: string[] = [];
    let rest = value * scale;
    let left = decimals;
    for (const [name, size] of UNITS) {
      const amount = rest / size;
      if (left >= 0 && (amount >= 1 || parts.length > 0)) {
        const whole = Math.floor(amount);
        parts.push(`${whole} ${name}${whole === 1 ? '' : 's'}`);
        rest %= size;
        left -= 1;
      }
    }
    return parts.join(', ');
  };
  return (value, decimals = 0) => {
    if (value === 0) {
      return { text: '0', suffix: ` ${unit}s` };
    }
    const text = positive(Math.abs(value), decimals);
    return value < 0 ? { text, suffix: ' ago' } : { text };
  };
}

const two = (value: number) => (value > 9 ? `${value}` : `0${value}`);

function hms(value: number): string {
  const parts = [value / 3600, (value % 3600) / 60, (value % 3600) % 60];
  return parts.map(part => two(Math.floor(part))).join(':');
}

function dhms(value: number): string {
  const days = Math.floor(value / 86400);
  return `${days > 0 ? `${days} d ` : ''}${hms(value - days * 86400)}`;
}

const clockwise =
  (write: (value: number) => string): ValueFormat =>
  value =>
    value < 0
      ? { text: write(-value), suffix: ' ago' }
      : { text: write(value) };

/** `01h:02m:03s:004ms`; decimals say how many units follow the first. */
function clock(scale: number): ValueFormat {
  return (value, decimals) => {
    const ms = value * scale;
    const utc = (pattern: string) => dateText(ms, pattern, 'utc');
    if (ms < 1000) {
      return { text: utc('SSS[ms]') };
    }
    if (ms < 6e4) {
      return { text: utc(decimals === 0 ? 'ss[s]' : 'ss[s]:SSS[ms]') };
    }
    const rest = ['mm[m]', 'mm[m]:ss[s]', 'mm[m]:ss[s]:SSS[ms]'];
    if (ms < 36e5) {
      return { text: utc(rest[decimals ?? 2] ?? rest[2]) };
    }
    const hours = `${Math.floor(ms / 36e5)}h`;
    if (decimals === 0) {
      return { text: hours };
    }
    return { text: `${hours}:${utc(rest[(decimals ?? 3) - 1] ?? rest[2])}` };
  };
}

/** Formats of time spans, by Grafana's id. */
export const durations: Record<string, ValueFormat> = {
  ns: span([
    [1e3, 1, 'ns'],
    [1e6, 1e3, 'µs'],
    [1e9, 1e6, 'ms'],
    [6e10, 1e9, 's'],
    [36e11, 6e10, 'min'],
    [864e11, 36e11, 'hour'],
    [Infinity, 864e11, 'day'],
  ]),
  µs: span([
    [1e3, 1, 'µs'],
    [1e6, 1e3, 'ms'],
    [Infinity, 1e6, 's'],
  ]),
  ms: span([
    [1e3, 1, 'ms'],
    [6e4, 1e3, 's'],
    [36e5, 6e4, 'min'],
    [864e5, 36e5, 'hour'],
    [31536e6, 864e5, 'day'],
    [Infinity, 31536e6, 'year'],
  ]),
  s: seconds,
  m: span(
    [
      [60, 1, 'min'],
      [1440, 60, 'hour'],
      [10080, 1440, 'day'],
      [604800, 10080, 'week'],
      [Infinity, 525948, 'year'],
    ],
    'min',
  ),
  h: span(
    [
      [24, 1, 'hour'],
      [168, 24, 'day'],
      [8760, 168, 'week'],
      [Infinity, 8760, 'year'],
    ],
    'hour',
  ),
  d: span([
    [7, 1, 'day'],
    [365, 7, 'week'],
    [Infinity, 365, 'year'],
  ]),
  dtdurationms: inWords('millisecond'),
  dtdurations: inWords('second'),
  dthms: clockwise(hms),
  dtdhms: clockwise(dhms),
  timeticks: (value, decimals) => seconds(value / 100, decimals),
  clockms: clock(1),
  clocks: clock(1000),
};
