import type { DataFrameJson, JsonObject } from '../datasources';
import { frameOf, numberColumn } from '../datasources/frames/columns';
import { isObject } from '../model/spec';
import { REDUCERS } from './reduce';
import type { Series } from './series';
import { exceeds } from './threshold';

/** What makes an expression impossible, in words for whoever wrote it. */
export class ExpressionError extends Error {
  name = 'ExpressionError';
}

/** Whether a query is one of Grafana's own over results of others. */
export function isExpression(query: JsonObject): boolean {
  const { datasource } = query;
  const uid = isObject(datasource) ? datasource.uid : query.datasourceUid;
  const type = isObject(datasource) ? datasource.type : undefined;
  return uid === '__expr__' || uid === '-100' || type === '__expr__';
}

/**
 * Evaluates a reduction or a threshold.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/expression-queries/
 *
 * @param inputOf results of the queries before it
 * @throws ExpressionError
 */
export function evaluateExpression(
  query: JsonObject,
  inputOf: (refId: string) => Series[] | undefined,
): Series[] {
  const refId = String(query.expression ?? '').replace(/^\$\{?|\}$/g, '');
  const input = () => {
    const series = inputOf(refId);
    if (series) return series;
    throw new ExpressionError(
      `failed to parse expression [${query.refId}]: unable to find dependent node '${refId}'`,
    );
  };
  switch (query.type) {
    case 'reduce':
      return reduceAll(input(), query);
    case 'threshold':
      return compareAll(input(), query);
    default:
      throw new ExpressionError(
        `this sandbox evaluates expressions of type reduce and threshold, not '${query.type}'`,
      );
  }
}

function reduceAll(input: Series[], query: JsonObject): Series[] {
  const reducer = REDUCERS[String(query.reducer)];
  if (!reducer) {
    throw new ExpressionError(`reduction ${query.reducer} not implemented`);
  }
  const settings = isObject(query.settings) ? query.settings : {};
  return input.map(({ labels, times, values }) => {
    if (!times) return { labels, values };
    switch (settings.mode) {
      case 'dropNN':
        return { labels, values: [reducer(values.filter(Number.isFinite))] };
      case 'replaceNN': {
        const other = Number(settings.replaceWithValue);
        const filled = values.map(one => (Number.isFinite(one) ? one : other));
        return { labels, values: [reducer(filled)] };
      }
      default: {
        const isWhole = values.length > 0 && !values.some(Number.isNaN);
        return { labels, values: [isWhole ? reducer(values) : NaN] };
      }
    }
  });
}

function compareAll(input: Series[], query: JsonObject): Series[] {
  const [condition] = Array.isArray(query.conditions) ? query.conditions : [];
  const evaluator =
    isObject(condition) && isObject(condition.evaluator)
      ? condition.evaluator
      : {};
  return input.map(series => ({
    ...series,
    values: series.values.map(value => {
      const isMet = exceeds(value, evaluator);
      if (isMet === undefined) {
        throw new ExpressionError(
          `expected threshold function to be one of [gt, lt, eq, ne, gte, lte, within_range, outside_range], got ${evaluator.type}`,
        );
      }
      return isMet ? 1 : 0;
    }),
  }));
}

/** The frames of an expression's result. */
export function framesOf(refId: string, series: Series[]): DataFrameJson[] {
  return series.map(({ labels, values }) =>
    frameOf([numberColumn(refId, values, { labels })], {
      refId,
      meta: { type: 'numeric-multi', typeVersion: [0, 1] },
    }),
  );
}
