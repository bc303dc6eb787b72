const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after the first tries; afterwards it is tried each hour. */
const PAUSES = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE];

/** How long a clean-up is tried by itself. */
const GIVE_UP_MS = 24 * HOUR;

/**
 * When a clean-up that could not remove everything is tried again; `undefined` if it no longer is.
 *
 * @param attempt the try that just ended, from 1
 */
export function nextAttempt(options: {
  attempt: number;
  startedAt: Date;
  now: Date;
}): Date | undefined {
  const { attempt, startedAt, now } = options;
  const next = new Date(now.getTime() + (PAUSES[attempt - 1] ?? HOUR));
  return next.getTime() - startedAt.getTime() > GIVE_UP_MS ? undefined : next;
}
