import { matchesAll } from '../../../../prometheus/promql/labels/matches';
import type { LogSource } from '../logs/LogSource';

/** The moment of the tests, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 10, 21, 12);

/** A source of lines that a test loads: `[seconds before NOW, text]`, oldest first. */
export function testLogs(
  streams: {
    labels: Record<string, string>;
    lines: [secondsAgo: number, text: string][];
  }[],
): LogSource {
  return {
    select: matchers =>
      streams
        .filter(({ labels }) => matchesAll(matchers, labels))
        .map(({ labels, lines }) => ({
          labels,
          entries: (after, until) =>
            lines
              .map(([ago, text]) => ({ at: NOW - ago * 1000, text }))
              .filter(({ at }) => at > after && at <= until)
              .map(entry => ({ ...entry, nanos: `${entry.at}000000` })),
        })),
  };
}
