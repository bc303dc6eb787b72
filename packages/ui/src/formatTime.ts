const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const unit = (value: number | string, name: string) => `${value}\u00a0${name}`;

const plural = (value: number, one: string) =>
  unit(value, value === 1 ? one : `${one}s`);

/** `0.8 s`, `41 s`, `4 min 12 s`, `1 h 5 min`, `3 days 2 h`; "under 1 s" where the clock was no finer. */
export function formatDuration(seconds: number): string {
  if (seconds <= 0) return `under\u00a0${unit(1, 's')}`;
  if (seconds < 10 && !Number.isInteger(seconds)) {
    return unit(Math.max(seconds, 0.1).toFixed(1), 's');
  }
  const whole = Math.round(seconds);
  const two = (size: number, big: string, rest: number, small: string) =>
    rest ? `${unit(size, big)} ${unit(rest, small)}` : unit(size, big);
  if (whole < MINUTE) return unit(whole, 's');
  if (whole < HOUR) {
    return two(Math.floor(whole / MINUTE), 'min', whole % MINUTE, 's');
  }
  if (whole < DAY) {
    const minutes = Math.floor((whole % HOUR) / MINUTE);
    return two(Math.floor(whole / HOUR), 'h', minutes, 'min');
  }
  const hours = Math.floor((whole % DAY) / HOUR);
  const days = plural(Math.floor(whole / DAY), 'day');
  return hours ? `${days} ${unit(hours, 'h')}` : days;
}

/** A duration in its largest unit: `41 s`, `3 min`, `5 h`, `16 days`. */
export function formatRoughly(seconds: number): string {
  if (seconds < MINUTE) return unit(Math.max(0, Math.floor(seconds)), 's');
  if (seconds < HOUR) return unit(Math.floor(seconds / MINUTE), 'min');
  if (seconds < 2 * DAY) return unit(Math.floor(seconds / HOUR), 'h');
  return unit(Math.floor(seconds / DAY), 'days');
}

/** How long a state lasts, without seconds: `under 1 min`, `41 min`, `4 h 52 min`, `2 days`. */
export function formatLasting(seconds: number): string {
  if (seconds < MINUTE) return `under\u00a0${unit(1, 'min')}`;
  const whole = seconds < DAY ? MINUTE : DAY;
  return formatDuration(Math.floor(seconds / whole) * whole);
}

/** `16 days ago`. */
export function formatAge(at: Date, now = new Date()): string {
  return `${formatRoughly((now.getTime() - at.getTime()) / 1000)} ago`;
}

/** `14:02:31` in the viewer's zone. */
export function formatClock(at: Date): string {
  return at.toLocaleTimeString('en-GB', { hour12: false });
}

/** `14:02` in the viewer's zone. */
export function formatMinute(at: Date): string {
  return formatClock(at).slice(0, 5);
}

/** `13:50` today, `18 Nov` before, in the viewer's zone. */
export function formatSince(at: Date, now = new Date()): string {
  return at.toDateString() === now.toDateString()
    ? formatMinute(at)
    : at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}

/** The zone of the viewer in short, e.g. `UTC` or `CET`. */
export function formatZone(at: Date): string {
  const part = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return part?.value ?? 'UTC';
}
