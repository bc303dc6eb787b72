const NBSP = '\u00a0';

/** `0.8 s`, `41 s`, `4 min 12 s`, `1 h 5 min`; "under 1 s" where the clock was no finer. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds <= 0) return `under${NBSP}1${NBSP}s`;
  const seconds = milliseconds / 1000;
  if (seconds < 10 && milliseconds % 1000 !== 0) {
    return `${Math.max(seconds, 0.1).toFixed(1)}${NBSP}s`;
  }
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${NBSP}s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) {
    const rest = whole % 60;
    return `${minutes}${NBSP}min${rest ? ` ${rest}${NBSP}s` : ''}`;
  }
  const restMinutes = minutes % 60;
  return `${Math.floor(minutes / 60)}${NBSP}h${
    restMinutes ? ` ${restMinutes}${NBSP}min` : ''
  }`;
}

/** Time of day in UTC with seconds, e.g. `14:02:31`. */
export function formatTime(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString().slice(11, 19) : '';
}

/** `14:02:31`, or with the day where it was not today: `18 Nov 14:02:31`. */
export function formatMoment(at: number, now: number): string {
  if (!Number.isFinite(at)) return '';
  const sameDay =
    new Date(at).toISOString().slice(0, 10) ===
    new Date(now).toISOString().slice(0, 10);
  if (sameDay) return formatTime(at);
  const day = new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return `${day} ${formatTime(at)}`;
}
