import { goDuration } from '../time/durations';
import type { LogPipeline } from './logql/parseLogql';
import type { Line } from './logql/Line';
import { LogqlError } from './logql/LogqlError';
import type { LogEntry, LogSource, LogStream } from './logs/LogSource';

/** What Loki reads for one query at the most. */
const MOST_LINES = 400_000;
/** As `max_query_length`: 30 days and an hour. */
const LONGEST_MS = 2_595_600_000;
/** How much of the range is read at first where only some lines are wanted, and at the most. */
const CHUNK_MS = 300_000;
const LARGEST_CHUNK_MS = 21_600_000;

/** A time, in milliseconds since 1970: `after` < at <= `until`. */
export interface Span {
  after: number;
  until: number;
}

/** Reads lines of a source, up to what one query may read. */
export class LineReader {
  readonly #source: LogSource;
  #read = 0;

  constructor(source: LogSource) {
    this.#source = source;
  }

  /**
   * Lines of all streams that the query keeps; of one stream the oldest first.
   *
   * @throws LogqlError where that is too much
   */
  lines({ matchers, stages }: LogPipeline, { after, until }: Span): Line[] {
    if (
      !matchers.some(
        one =>
          one.operator.startsWith('=') &&
          one.value !== '' &&
          one.value !== '.*',
      )
    ) {
      throw new LogqlError(
        'queries require at least one regexp or equality matcher that does not have an empty-compatible value. For instance, app=~".*" does not meet this requirement, but app=~".+" will',
      );
    }
    if (until - after > LONGEST_MS) {
      throw new LogqlError(
        `the query time range exceeds the limit (query length: ${goDuration(
          until - after,
        )}, limit: 30d1h)`,
      );
    }
    return this.#source.select(matchers, after, until).flatMap(stream => {
      const entries = stream.entries(after, until);
      this.#read += entries.length;
      if (this.#read > MOST_LINES) {
        throw new LogqlError(
          `the query would read too many lines (limit: ${MOST_LINES}); consider adding more specific stream selectors or reduce the time range of the query`,
        );
      }
      return entries
        .map(entry => lineOf(stream, entry))
        .filter(line => stages.every(stage => stage(line)));
    });
  }

  /** The latest lines (or the oldest), so many at the most, in that order. */
  limited(
    pipeline: LogPipeline,
    { after, until }: Span,
    limit: number,
    direction: 'backward' | 'forward',
  ): Line[] {
    const isBackward = direction === 'backward';
    const found: Line[] = [];
    let length = CHUNK_MS;
    let [from, to] = [after, until];
    while (from < to && found.length < limit) {
      const chunk = isBackward
        ? { after: Math.max(from, to - length), until: to }
        : { after: from, until: Math.min(to, from + length) };
      found.push(...this.lines(pipeline, chunk).sort(byMoment(isBackward)));
      if (isBackward) to = chunk.after;
      else from = chunk.until;
      length = Math.min(length * 2, LARGEST_CHUNK_MS);
    }
    return found.slice(0, limit);
  }
}

const LEVEL = /"level":"(\w+)"|\blevel=(\w+)/;

function lineOf({ labels }: LogStream, entry: LogEntry): Line {
  const [, json, logfmt] = LEVEL.exec(entry.text) ?? [];
  const level = json ?? logfmt;
  const kinds: Line['kinds'] = {};
  for (const name of Object.keys(labels)) kinds[name] = 'I';
  if (level) kinds.detected_level = 'S';
  return {
    ...entry,
    labels: { ...labels, ...(level && { detected_level: level }) },
    kinds,
  };
}

function byMoment(isBackward: boolean) {
  const sign = isBackward ? -1 : 1;
  return (a: Line, b: Line) =>
    sign * (a.at - b.at || (a.nanos < b.nanos ? -1 : 1));
}
