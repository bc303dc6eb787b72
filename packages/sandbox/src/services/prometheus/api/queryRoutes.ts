import type { Request, RequestHandler, Response } from 'express';
import {
  DEFAULT_LIMITS,
  queryInstant,
  queryRange,
  type QueryLimits,
} from '../promql/runQuery';
import { PromqlError } from '../promql/PromqlError';
import { invalidParameter, sendData } from './ApiError';
import { durationOf, momentOf, valueOf } from './parameters';
import { presentResult } from './present';
import type { PrometheusOptions } from './PrometheusOptions';
import { readExpression } from './readExpression';

const MOST_POINTS = 11_000;

/** `/api/v1/query` and `/api/v1/query_range` */
export function queryRoutes(options: PrometheusOptions): {
  instant: RequestHandler;
  range: RequestHandler;
} {
  const { source, now = () => new Date() } = options;
  const run = (request: Request, response: Response) => ({
    source,
    limits: limitsOf(request, options.limits),
    signal: leaving(response),
  });
  return {
    async instant(request, response) {
      const at = momentOf(request, 'time', now().getTime());
      const query = readExpression(valueOf(request, 'query'));
      const result = await queryInstant(query, at, run(request, response));
      sendData(response, presentResult(result));
    },
    async range(request, response) {
      const start = momentOf(request, 'start');
      const end = momentOf(request, 'end');
      if (end < start) {
        throw invalidParameter(
          'end',
          'end timestamp must not be before start time',
        );
      }
      const step = durationOf(request, 'step');
      if (step <= 0) {
        throw invalidParameter(
          'step',
          'zero or negative query resolution step widths are not accepted. Try a positive integer',
        );
      }
      if ((end - start) / step > MOST_POINTS) {
        throw new PromqlError(
          'bad_data',
          'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
        );
      }
      const query = readExpression(valueOf(request, 'query'));
      const result = await queryRange(
        query,
        { start, end, step },
        run(request, response),
      );
      sendData(response, presentResult(result));
    },
  };
}

function limitsOf(
  request: Request,
  limits: Partial<QueryLimits> = {},
): QueryLimits {
  const all = { ...DEFAULT_LIMITS, ...limits };
  if (valueOf(request, 'timeout') === '') return all;
  const asked = durationOf(request, 'timeout');
  return { ...all, timeoutMs: Math.min(all.timeoutMs, asked) };
}

/** Aborted when the caller goes before the answer. */
function leaving(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
