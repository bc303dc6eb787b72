import { PromqlError } from '../../../prometheus/promql/PromqlError';
import type {
  Datasource,
  JsonObject,
  QueryContext,
  QueryResult,
  ResourceAnswer,
} from '../Datasource';
import type { DataFrameJson } from '../frames/DataFrameJson';
import { LineReader } from './LineReader';
import { LogqlError } from './logql/LogqlError';
import { parseLogql } from './logql/parseLogql';
import { linesFrame, seriesFrames } from './lokiFrames';
import type { LogSource } from './logs/LogSource';
import { readLokiQuery, type LokiQuery } from './readLokiQuery';
import { readLokiResource } from './readLokiResource';
import { runMetricQuery } from './runMetricQuery';

/** Grafana's Loki data source, over lines that are made of the world. */
export class LokiDatasource implements Datasource {
  readonly type = 'loki';
  readonly #source: LogSource;
  readonly #now: () => number;

  /** @param options.now milliseconds since 1970 */
  constructor(options: { source: LogSource; now: () => number }) {
    this.#source = options.source;
    this.#now = options.now;
  }

  async query(query: JsonObject, context: QueryContext): Promise<QueryResult> {
    const asked = readLokiQuery(query, context);
    try {
      return { frames: await this.#run(asked), executed: asked.expr };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return {
        frames: [],
        status: 400,
        error: error.message,
        executed: asked.expr,
      };
    }
  }

  async resource(
    _method: string,
    path: string,
    query: URLSearchParams,
  ): Promise<ResourceAnswer> {
    try {
      const now = this.#now();
      const data = readLokiResource({ source: this.#source, path, query, now });
      if (data === undefined)
        return { status: 404, body: '404 page not found' };
      return { status: 200, body: { status: 'success', data } };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { status: 400, body: { message: error.message } };
    }
  }

  async #run(asked: LokiQuery): Promise<DataFrameJson[]> {
    const { expr, from, to, stepMs: step, isInstant } = asked;
    const query = parseLogql(expr);
    const reader = new LineReader(this.#source);
    if (query.kind === 'log') {
      const { maxLines, direction } = asked;
      const span = { after: from - 1, until: to };
      const lines = await reader.limited(query, span, maxLines, direction);
      return [linesFrame(lines, asked)];
    }
    const align = (at: number) => Math.floor(at / step) * step;
    const steps = isInstant
      ? { start: to, end: to, step: 1 }
      : { start: align(from), end: align(to), step };
    return seriesFrames(
      await runMetricQuery(query, reader, steps, isInstant),
      asked,
    );
  }
}

/** What Loki refuses, also for the regular expressions and strings that are read as Prometheus reads them. */
function isRefusal(error: unknown): error is Error {
  return error instanceof LogqlError || error instanceof PromqlError;
}
