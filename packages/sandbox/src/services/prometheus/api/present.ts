import type { Sample } from '../series/SeriesSource';
import { formatDecimal, formatFloat } from '../promql/format';
import type { Result } from '../promql/runQuery';

/** A moment as the API writes it: seconds, with milliseconds behind the point. */
const seconds = (at: number) => at / 1000;

const pair = ({ at, value }: Sample) => [seconds(at), formatFloat(value)];

/**
 * The answer of a query in the API's JSON.
 * https://prometheus.io/docs/prometheus/2.42/querying/api/#expression-query-result-formats
 */
export function presentResult(result: Result) {
  switch (result.type) {
    case 'scalar': {
      const { at, value } = result.sample;
      return {
        resultType: 'scalar',
        result: [seconds(at), formatDecimal(value)],
      };
    }
    case 'string':
      return {
        resultType: 'string',
        result: [seconds(result.at), result.value],
      };
    case 'vector':
      return {
        resultType: 'vector',
        result: result.series.map(({ labels, samples }) => ({
          metric: labels,
          value: pair(samples[0]),
        })),
      };
    default:
      return {
        resultType: 'matrix',
        result: result.series.map(({ labels, samples }) => ({
          metric: labels,
          values: samples.map(pair),
        })),
      };
  }
}
