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
