import type { Matcher } from '../../../../prometheus/series/SeriesSource';

/** A line as it was written. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  at: number;
  /** The same in nanoseconds. */
  nanos: string;
  text: string;
}

/** Lines of one source with the same labels. */
export interface LogStream {
  labels: Readonly<Record<string, string>>;
  /** Lines with `after` < at <= `until`, oldest first. */
  entries(after: number, until: number): LogEntry[];
}

/** Where the sandbox's Loki has its lines from. */
export interface LogSource {
  /** Streams that match all of `matchers` and may have lines with `after` < at <= `until`. */
  select(matchers: Matcher[], after: number, until: number): LogStream[];
}
