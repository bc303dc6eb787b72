/** `41 s`, `3 min 5 s`, `1 h 2 min`; the space before a unit does not break. */
export function formatDuration(seconds: number): string {
  const unit = (value: number, name: string) => `${value}\u00a0${name}`;
  if (seconds < 60) return unit(seconds, 's');
  if (seconds < 3600) {
    const rest = seconds % 60;
    const minutes = unit(Math.floor(seconds / 60), 'min');
    return rest ? `${minutes} ${unit(rest, 's')}` : minutes;
  }
  const rest = Math.floor((seconds % 3600) / 60);
  const hours = unit(Math.floor(seconds / 3600), 'h');
  return rest ? `${hours} ${unit(rest, 'min')}` : hours;
}

/** `13:50` today, `18 Nov` before, in the viewer's zone. */
export function formatSince(iso: string, now = new Date()): string {
  const date = new Date(iso);
  return date.toDateString() === now.toDateString()
    ? formatTime(iso)
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}

/** `14:02`. */
export function formatTime(iso: string): string {
  return new Date(iso).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
}
