import { API_STATUS } from '../../../prometheus/api/ApiError';
import { readExpression } from '../../../prometheus/api/readExpression';
import {
  queryInstant,
  queryRange,
  type Result,
} from '../../../prometheus/promql/runQuery';
import { PromqlError } from '../../../prometheus/promql/PromqlError';
import type { SeriesSource } from '../../../prometheus';
import type {
  Datasource,
  JsonObject,
  QueryContext,
  QueryResult,
  ResourceAnswer,
} from '../Datasource';
import {
  readPrometheusQuery,
  type PrometheusQuery,
} from './readPrometheusQuery';
import { readResource } from './readResource';
import { resultFrames } from './resultFrames';

/** Grafana's Prometheus data source, over the series that the sandbox's Prometheus has. */
export class PrometheusDatasource implements Datasource {
  readonly type = 'prometheus';
  readonly #source: SeriesSource;
  readonly #now: () => number;

  /** @param options.now milliseconds since 1970 */
  constructor(options: { source: SeriesSource; now: () => number }) {
    this.#source = options.source;
    this.#now = options.now;
  }

  async query(query: JsonObject, context: QueryContext): Promise<QueryResult> {
    const asked = readPrometheusQuery(query, context);
    const frames = [];
    try {
      for (const run of this.#runs(asked)) {
        frames.push(...resultFrames(await run(), asked));
      }
    } catch (error) {
      if (!(error instanceof PromqlError)) throw error;
      return {
        frames: resultFrames({ type: 'matrix', series: [] }, asked),
        status: API_STATUS[error.type],
        error: `${error.type}: ${error.message}`,
        executed: asked.expr,
      };
    }
    return { frames, executed: asked.expr };
  }

  async resource(
    _method: string,
    path: string,
    query: URLSearchParams,
  ): Promise<ResourceAnswer> {
    try {
      const source = this.#source;
      const data = await readResource({
        source,
        path,
        query,
        now: this.#now(),
      });
      if (data === undefined)
        return { status: 404, body: '404 page not found' };
      return { status: 200, body: { status: 'success', data } };
    } catch (error) {
      if (!(error instanceof PromqlError)) throw error;
      const { type: errorType, message } = error;
      return {
        status: API_STATUS[errorType],
        body: { status: 'error', errorType, error: message },
      };
    }
  }

  /** What Prometheus is asked for one query of a panel. */
  #runs(asked: PrometheusQuery): (() => Promise<Result>)[] {
    const { start, end, stepMs: step, at } = asked;
    const expr = () => readExpression(asked.expr);
    const options = { source: this.#source };
    return [
      ...(asked.instant ? [() => queryInstant(expr(), at, options)] : []),
      ...(asked.range
        ? [() => queryRange(expr(), { start, end, step }, options)]
        : []),
    ];
  }
}
