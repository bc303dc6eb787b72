import { setImmediate } from 'node:timers/promises';
import { goDuration } from '../time/durations';
import type { LogPipeline } from './logql/parseLogql';
import type { Line } from './logql/Line';
import { LogqlError } from './logql/LogqlError';
import type { LogEntry, LogSource, LogStream } from './logs/LogSource';

/** What Loki reads for one query at the most. */
const MOST_LINES = 200_000;
/** How long reading may keep everybody else waiting. */
const BREATH_MS = 20;
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
  #lastBreath = performance.now();

  constructor(source: LogSource) {
    this.#source = source;
  }

  /**
   * Lines of all streams that the query keeps; of one stream the oldest first.
   *
   * @throws LogqlError where that is too much
   */
  async lines(
    { matchers, stages }: LogPipeline,
    { after, until }: Span,
  ): Promise<Line[]> {
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
    const found: Line[] = [];
    for (const stream of this.#source.select(matchers, after, until)) {
      await this.#breathe();
      const entries = stream.entries(after, until);
      this.#read += entries.length;
      if (this.#read > MOST_LINES) {
        throw new LogqlError(
          `the query would read too many lines (limit: ${MOST_LINES}); consider adding more specific stream selectors or reduce the time range of the query`,
        );
      }
      for (const entry of entries) {
        const line = lineOf(stream, entry);
        if (stages.every(stage => stage(line))) found.push(line);
      }
    }
    return found;
  }

  async #breathe() {
    if (performance.now() - this.#lastBreath < BREATH_MS) return;
    await setImmediate();
    this.#lastBreath = performance.now();
  }

  /** The latest lines (or the oldest), so many at the most, in that order. */
  async limited(
    pipeline: LogPipeline,
    { after, until }: Span,
    limit: number,
    direction: 'backward' | 'forward',
  ): Promise<Line[]> {
    const isBackward = direction === 'backward';
    const found: Line[] = [];
    let length = CHUNK_MS;
    let [from, to] = [after, until];
    while (from < to && found.length < limit) {
      const chunk = isBackward
        ? { after: Math.max(from, to - length), until: to }
        : { after: from, until: Math.min(to, from + length) };
      const lines = await this.lines(pipeline, chunk);
      for (const line of lines.sort(byMoment(isBackward))) found.push(line);
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
