import { formatClock, formatDuration, formatMinute } from '@portico/ui';

const day = (at: Date) =>
  at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });

/** `14:02:31`, or with the day where it was not today: `18 Nov 14:02`. */
export function formatMoment(at: Date, now: Date): string {
  return at.toDateString() === now.toDateString()
    ? formatClock(at)
    : `${day(at)} ${formatMinute(at)}`;
}

/** `expires in 23 h 56 min`; `expired` once it is over. */
export function expiryWords(expiresAt: string, now: Date): string {
  const left = timeLeft(expiresAt, now);
  return left ? `expires in ${left}` : 'expired';
}

/** `23 h 56 min`, in the last hour with seconds; undefined once it is over. */
export function timeLeft(expiresAt: string, now: Date): string | undefined {
  const seconds = (new Date(expiresAt).getTime() - now.getTime()) / 1000;
  return seconds > 0 ? formatDuration(Math.ceil(seconds)) : undefined;
}
