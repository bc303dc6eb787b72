import type { Labels, Sample, SeriesSource } from '../series/SeriesSource';
import type { Expr } from './ast';
import { Budget } from './evaluate/Budget';
import { Evaluator } from './evaluate/Evaluator';
import { timeOf, type Steps, type Value } from './evaluate/Value';
import { compareLabels } from './labels/labelSets';
import { titleOf, typeOf } from './parse/checkTypes';
import { parsePromql } from './parse/parsePromql';
import { PromqlError } from './PromqlError';

/** How a server is set up. */
export interface QueryLimits {
  /** As `--query.lookback-delta`, in milliseconds. */
  lookbackMs: number;
  /** As `global.evaluation_interval`, in milliseconds: the step of subqueries that name none. */
  evaluationIntervalMs: number;
  /** As `--query.max-samples`. */
  maxSamples: number;
  /** As `--query.timeout`, in milliseconds. */
  timeoutMs: number;
}

/** What a new Prometheus is set up with. */
export const DEFAULT_LIMITS: QueryLimits = {
  lookbackMs: 300_000,
  evaluationIntervalMs: 60_000,
  maxSamples: 50_000_000,
  timeoutMs: 120_000,
};

/** One series of an answer. */
export interface ResultSeries {
  labels: Labels;
  samples: Sample[];
}

/** What a query answers. */
export type Result =
  | { type: 'scalar'; sample: Sample }
  | { type: 'string'; at: number; value: string }
  | { type: 'vector' | 'matrix'; series: ResultSeries[] };

interface QueryOptions {
  source: SeriesSource;
  limits?: Partial<QueryLimits>;
  signal?: AbortSignal;
}

/**
 * Evaluates an expression at one moment (milliseconds since 1970).
 *
 * @throws PromqlError
 */
export async function queryInstant(
  query: string | Expr,
  at: number,
  options: QueryOptions,
): Promise<Result> {
  const expr = typeof query === 'string' ? parsePromql(query) : query;
  const steps = { start: at, step: 1, count: 1 };
  const value = await evaluate(expr, steps, at, options);
  switch (value.type) {
    case 'scalar':
      return { type: 'scalar', sample: { at, value: value.values[0] } };
    case 'string':
      return { type: 'string', at, value: value.value };
    case 'matrix':
      return { type: 'matrix', series: byLabels(value.series) };
    default:
      return { type: 'vector', series: seriesOf(value, steps) };
  }
}

/**
 * Evaluates an expression from one moment to another, both included.
 *
 * @throws PromqlError
 */
export async function queryRange(
  query: string | Expr,
  range: { start: number; end: number; step: number },
  options: QueryOptions,
): Promise<Result> {
  const expr = typeof query === 'string' ? parsePromql(query) : query;
  const type = typeOf(expr);
  if (type !== 'scalar' && type !== 'vector') {
    throw new PromqlError(
      'bad_data',
      `invalid expression type "${titleOf(
        type,
      )}" for range query, must be Scalar or instant Vector`,
    );
  }
  const { start, end, step } = range;
  const steps = { start, step, count: Math.floor((end - start) / step) + 1 };
  const value = await evaluate(expr, steps, end, options);
  return { type: 'matrix', series: byLabels(seriesOf(value, steps)) };
}

function evaluate(
  expr: Expr,
  steps: Steps,
  end: number,
  { source, limits, signal }: QueryOptions,
): Promise<Value> {
  const { lookbackMs, evaluationIntervalMs, maxSamples, timeoutMs } = {
    ...DEFAULT_LIMITS,
    ...limits,
  };
  const budget = new Budget({ maxSamples, timeoutMs, signal });
  const context = {
    source,
    budget,
    lookbackMs,
    evaluationIntervalMs,
    queryStart: steps.start,
    queryEnd: end,
  };
  return new Evaluator(context, steps).evaluate(expr);
}

function seriesOf(value: Value, steps: Steps): ResultSeries[] {
  if (value.type === 'scalar') {
    const samples = Array.from(value.values, (one, i) => ({
      at: timeOf(steps, i),
      value: one,
    }));
    return [{ labels: {}, samples }];
  }
  if (value.type !== 'vector') return [];
  return value.columns
    .map(({ labels, values, present }) => {
      const samples: Sample[] = [];
      for (let i = 0; i < steps.count; i += 1) {
        if (present[i])
          samples.push({ at: timeOf(steps, i), value: values[i] });
      }
      return { labels, samples };
    })
    .filter(({ samples }) => samples.length > 0);
}

function byLabels(series: ResultSeries[]): ResultSeries[] {
  return [...series].sort((a, b) => compareLabels(a.labels, b.labels));
}
