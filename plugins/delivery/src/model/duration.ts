const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A number and its unit, for a figure. */
export interface Amount {
  value: string;
  unit: string;
}

const fine = (value: number) =>
  value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));

/** `41 s`, `24 min`, `3.5 h`, `12 days`. */
export function durationOf(seconds: number): Amount {
  if (seconds < MINUTE) return { value: fine(seconds), unit: 's' };
  if (seconds < 2 * HOUR) {
    return { value: String(Math.round(seconds / MINUTE)), unit: 'min' };
  }
  if (seconds < 2 * DAY) return { value: fine(seconds / HOUR), unit: 'h' };
  return { value: fine(seconds / DAY), unit: 'days' };
}

/** The same in one word. */
export function formatAmount({ value, unit }: Amount): string {
  return unit ? `${value}\u00a0${unit}` : value;
}

export const formatSeconds = (seconds: number) =>
  formatAmount(durationOf(seconds));
