const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `41 s`, `3 min`, `5 h`, `16 days`; the space before a unit does not break. */
export function formatDuration(seconds: number): string {
  const unit = (value: number, name: string) => `${value}\u00a0${name}`;
  if (seconds < MINUTE) return unit(Math.max(0, Math.floor(seconds)), 's');
  if (seconds < HOUR) return unit(Math.floor(seconds / MINUTE), 'min');
  if (seconds < 2 * DAY) return unit(Math.floor(seconds / HOUR), 'h');
  return unit(Math.floor(seconds / DAY), 'days');
}

/** `16 days ago`. */
export function formatAge(iso: string, now = Date.now()): string {
  return `${formatDuration((now - Date.parse(iso)) / 1000)} ago`;
}

/** `14:02:31` in the viewer's zone. */
export function formatClock(date: Date): string {
  return date.toLocaleTimeString('en-GB', { hour12: false });
}

/** A commit in short; a chart's version or a branch whole. */
export function formatRevision(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
}
