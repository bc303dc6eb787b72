import type { Request, RequestHandler } from 'express';
import type { Expr } from '../promql/ast';
import { compareLabels, isLabelName } from '../promql/labels/labelSets';
import { parsePromql } from '../promql/parse/parsePromql';
import { PromqlError } from '../promql/PromqlError';
import type { Labels, Matcher, Series } from '../series/SeriesSource';
import { invalidParameter, sendData } from './ApiError';
import { limitOf, momentOf, valuesOf } from './parameters';
import type { PrometheusOptions } from './PrometheusOptions';

const TRUNCATED = 'results truncated due to limit';

/** `/api/v1/labels`, `/api/v1/label/<name>/values` and `/api/v1/series` */
export function metadataRoutes({ source }: PrometheusOptions) {
  /** Labels of the series that any of the selectors finds; of all without a selector. */
  function find(request: Request): Labels[] {
    const from = momentOf(request, 'start', 0);
    const until = momentOf(request, 'end', Number.MAX_SAFE_INTEGER);
    const selectors = valuesOf(request, 'match[]').map(readMatchers);
    const found = new Set<Series>();
    for (const matchers of selectors.length > 0 ? selectors : [[]]) {
      for (const series of source.select(matchers, from - 1, until)) {
        found.add(series);
      }
    }
    return [...found].map(({ labels }) => labels);
  }

  const labels: RequestHandler = (request, response) => {
    const limit = limitOf(request);
    const names = new Set(find(request).flatMap(one => Object.keys(one)));
    sendList(response, [...names].sort(), limit);
  };
  const labelValues: RequestHandler = (request, response) => {
    const { name } = request.params;
    if (!isLabelName(name)) {
      throw new PromqlError(
        'bad_data',
        `invalid label name: ${JSON.stringify(name)}`,
      );
    }
    const limit = limitOf(request);
    const values = new Set<string>();
    for (const one of find(request)) {
      if (Object.hasOwn(one, name)) values.add(one[name]);
    }
    sendList(response, [...values].sort(), limit);
  };
  const series: RequestHandler = (request, response) => {
    if (valuesOf(request, 'match[]').length === 0) {
      throw new PromqlError('bad_data', 'no match[] parameter provided');
    }
    const limit = limitOf(request);
    sendList(response, find(request).sort(compareLabels), limit);
  };
  return { labels, labelValues, series };
}

function sendList(
  response: Parameters<RequestHandler>[1],
  list: unknown[],
  limit: number,
) {
  const cut = list.length > limit;
  sendData(response, list.slice(0, limit), cut ? [TRUNCATED] : undefined);
}

/** @throws PromqlError for what is no selector */
function readMatchers(text: string): Matcher[] {
  let expr: Expr;
  try {
    expr = parsePromql(text);
  } catch (error) {
    if (error instanceof PromqlError) {
      throw invalidParameter('match[]', error.message);
    }
    throw error;
  }
  if (expr.kind !== 'selector') {
    throw invalidParameter(
      'match[]',
      '1:1: parse error: expected a metric selector',
    );
  }
  return expr.matchers;
}
