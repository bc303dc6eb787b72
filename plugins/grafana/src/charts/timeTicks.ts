const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

/** Steps that fall on round times, in milliseconds. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map(count => count * SECOND),
  ...[1, 2, 5, 10, 15, 20, 30].map(count => count * MINUTE),
  ...[1, 2, 3, 6, 12].map(count => count * HOUR),
  ...[1, 2, 7].map(count => count * DAY),
];
/** Months at a time, from where days are no longer told apart. */
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

export interface TimeTick {
  /** Milliseconds since 1970. */
  time: number;
  /** `13:20`, `21 Nov` where a day begins, `Nov`, `2026`. */
  text: string;
}

const date = (time: number, options: Intl.DateTimeFormatOptions) =>
  new Date(time).toLocaleDateString('en-GB', options);
const clock = (time: number) =>
  new Date(time).toLocaleTimeString('en-GB', { hour12: false });

function textOf(time: number, step: number): string {
  const day = new Date(time);
  const midnight = day.getHours() === 0 && day.getMinutes() === 0;
  if (step >= MONTH) {
    return day.getMonth() === 0
      ? date(time, { year: 'numeric' })
      : date(time, { month: 'short' });
  }
  if (step >= DAY || (midnight && step >= MINUTE)) {
    return date(time, { day: 'numeric', month: 'short' });
  }
  if (step >= MINUTE) return clock(time).slice(0, 5);
  if (step >= SECOND) return clock(time);
  return `${clock(time)}.${String(time % SECOND).padStart(3, '0')}`;
}

function inMonths(from: number, to: number, most: number): TimeTick[] {
  const span = (to - from) / MONTH;
  const step = MONTHS.find(count => span / count <= most) ?? 240;
  const start = new Date(from);
  const first =
    Math.floor((start.getFullYear() * 12 + start.getMonth()) / step) * step;
  const ticks: TimeTick[] = [];
  for (let month = first; ; month += step) {
    const time = new Date(Math.floor(month / 12), month % 12, 1).getTime();
    if (time > to) return ticks;
    if (time >= from) {
      ticks.push({ time, text: textOf(time, step >= 12 ? YEAR : MONTH) });
    }
  }
}

/** Round times between two moments in the viewer's zone, at most so many. */
export function timeTicks(from: number, to: number, most: number): TimeTick[] {
  if (!(to > from) || most < 1) return [];
  const step = STEPS.find(one => (to - from) / one <= most);
  if (step === undefined) return inMonths(from, to, most);
  // Counted from midnight of the first day, so that steps fall on round hours in any zone.
  const start = new Date(from);
  start.setHours(0, 0, 0, 0);
  const ticks: TimeTick[] = [];
  if (step >= DAY) {
    const days = step / DAY;
    for (let day = start; day.getTime() <= to; ) {
      const time = day.getTime();
      if (time >= from) ticks.push({ time, text: textOf(time, step) });
      day = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
    }
    return ticks;
  }
  const base = start.getTime();
  const before = Math.ceil((from - base) / step);
  for (let time = base + before * step; time <= to; time += step) {
    ticks.push({ time, text: textOf(time, step) });
  }
  return ticks;
}
