import { grafanaTheme } from '@portico/plugin-grafana-common';
import { formatMinute } from '@portico/ui';
import { Look } from './Look';

const DAY_MS = 86_400_000;

/** For words alone, where colours don't matter. */
export const WORDS = new Look(grafanaTheme('light'));

/** `13:52`, and with its day where more than one is shown: `21 Nov 13:52`. */
export function momentIn(time: number, spanMs: number): string {
  const at = new Date(time);
  if (spanMs <= 5 * 60_000) {
    return at.toLocaleTimeString('en-GB', { hour12: false });
  }
  if (spanMs <= DAY_MS) return formatMinute(at);
  const day = at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(spanMs > 300 * DAY_MS && { year: 'numeric' }),
  });
  return `${day} ${formatMinute(at)}`;
}

/** `1 series`, `3 series`, `2 bars`. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

/** The first few of many, and how many more there are. */
export function firstOf(all: readonly string[], most: number): string {
  const more = all.length - most;
  const shown = all.slice(0, most).join('; ');
  return more > 0 ? `${shown}; ${more} more` : shown;
}
