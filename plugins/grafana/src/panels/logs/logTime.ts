import { createDisplay, formatted } from '@portico/plugin-grafana-common';

const DAY_MS = 86_400_000;

/** Writes the times of a log: with the day, where the log spans more than one. */
export function logTimes(from: number, to: number): (at: number) => string {
  const unit =
    to - from > DAY_MS ? 'time:MMM D HH:mm:ss.SSS' : 'time:HH:mm:ss.SSS';
  const display = createDisplay({ type: 'time', config: { unit } });
  return at => (Number.isNaN(at) ? '' : formatted(display(at)));
}

/** ISO 8601, for copies and hovers. */
export const isoTime = (at: number): string =>
  Number.isNaN(at) ? '' : new Date(at).toISOString();
