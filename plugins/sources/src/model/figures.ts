import type { SourceCoverage } from '@portico/plugin-sources-common';
import { formatDuration, formatMinute } from '@portico/ui';

/** `64 ms`, from a second on `1.9 s`. */
export function formatLatency(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)}\u00a0ms`
    : formatDuration(milliseconds / 1000);
}

/** `62 of 64 entities, health 14:02`; other plugins than health ask about things of their own. */
export function formatCoverage(coverage: SourceCoverage): string {
  const { asked, answered, by, at } = coverage;
  const what = by.startsWith('health') ? ' entities' : '';
  const share =
    asked === 0 ? 'nothing asked' : `${answered} of ${asked}${what}`;
  return `${share}, ${by} ${formatMinute(new Date(at))}`;
}
