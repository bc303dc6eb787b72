import { loadedSeries, type SeriesData } from '../../../prometheus';
import {
  queryInstant,
  queryRange,
  type ResultSeries,
} from '../../../prometheus/promql/runQuery';
import { dropName } from '../../../prometheus/promql/labels/labelSets';
import { PromqlError } from '../../../prometheus/promql/PromqlError';
import { LineReader } from './LineReader';
import { LogqlError } from './logql/LogqlError';
import type { LogQuery } from './logql/parseLogql';
import { rangeAggregate, type Steps } from './rangeAggregate';

/**
 * Numbers made of lines: range aggregations are counted here; what is done with them (sums, ratios, the largest) means
 * in LogQL what it means in PromQL, and is evaluated as that.
 *
 * @param steps one moment for an instant query
 * @throws LogqlError
 */
export async function runMetricQuery(
  { promql, ranges }: Extract<LogQuery, { kind: 'metric' }>,
  reader: LineReader,
  steps: Steps,
  isInstant: boolean,
): Promise<ResultSeries[]> {
  const series: SeriesData[] = [];
  for (const [index, range] of ranges.entries()) {
    const found = await rangeAggregate(reader, range, steps);
    for (const { labels, samples } of found) {
      series.push({
        labels: { ...labels, __name__: `__range_${index}` },
        samples,
      });
    }
  }
  const source = loadedSeries(series);
  const options = { source, limits: { lookbackMs: 1 } };
  try {
    const result = isInstant
      ? await queryInstant(promql, steps.end, options)
      : await queryRange(promql, steps, options);
    if (result.type === 'scalar') {
      return [{ labels: {}, samples: [result.sample] }];
    }
    if (result.type === 'string') return [];
    return result.series.map(({ labels, samples }) => ({
      labels: dropName(labels),
      samples,
    }));
  } catch (error) {
    if (error instanceof PromqlError) throw new LogqlError(error.message);
    throw error;
  }
}
