import type { Labels, Sample } from '../../../prometheus';
import {
  formatLabels,
  keepOnly,
  labelKey,
  without,
} from '../../../prometheus/promql/labels/labelSets';
import type { SeriesData } from '../../../prometheus';
import { LineReader } from './LineReader';
import type { Line } from './logql/Line';
import { LogqlError, unsupported } from './logql/LogqlError';
import type { RangeAggregation } from './logql/parseLogql';

/** As Loki's `max_query_series`, but for series before they are summed up. */
const MOST_SERIES = 5000;

/** Moments that are looked at, in milliseconds since 1970. */
export interface Steps {
  start: number;
  end: number;
  step: number;
}

type Reduce = (lines: Line[], seconds: number, parameter: number) => number;

const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
const valuesOf = (lines: Line[]) => lines.map(({ value = 1 }) => value);
const bytesOf = (lines: Line[]) =>
  sum(lines.map(({ text }) => Buffer.byteLength(text)));

/** https://grafana.com/docs/loki/latest/query/metric_queries/ */
const REDUCE: Record<string, Reduce> = {
  count_over_time: lines => lines.length,
  rate: (lines, seconds) => sum(valuesOf(lines)) / seconds,
  bytes_over_time: lines => bytesOf(lines),
  bytes_rate: (lines, seconds) => bytesOf(lines) / seconds,
  sum_over_time: lines => sum(valuesOf(lines)),
  avg_over_time: lines => sum(valuesOf(lines)) / lines.length,
  min_over_time: lines => Math.min(...valuesOf(lines)),
  max_over_time: lines => Math.max(...valuesOf(lines)),
  first_over_time: lines => valuesOf(lines)[0],
  last_over_time: lines => valuesOf(lines)[lines.length - 1],
  quantile_over_time: (lines, _seconds, quantile) =>
    quantileOf(valuesOf(lines), quantile),
};

/**
 * The series of a range aggregation, a sample at each step whose window holds lines.
 *
 * @throws LogqlError
 */
export async function rangeAggregate(
  reader: LineReader,
  aggregation: RangeAggregation,
  { start, end, step }: Steps,
): Promise<SeriesData[]> {
  const { operator, parameter = NaN, rangeMs } = aggregation;
  const reduce = REDUCE[operator];
  if (!reduce) throw unsupported(operator);
  const lines = await reader.lines(aggregation, {
    after: start - rangeMs,
    until: end,
  });
  return [...bySeries(lines, aggregation).values()].map(
    ({ labels, members }) => {
      members.sort((a, b) => a.at - b.at);
      const samples: Sample[] = [];
      let [from, to] = [0, 0];
      const first = start + Math.floor((members[0].at - start) / step) * step;
      for (let at = Math.max(start, first); at <= end; at += step) {
        if (from === members.length) break;
        while (to < members.length && members[to].at <= at) to += 1;
        while (from < to && members[from].at <= at - rangeMs) from += 1;
        if (to > from) {
          const window = members.slice(from, to);
          samples.push({
            at,
            value: reduce(window, rangeMs / 1000, parameter),
          });
        }
      }
      return { labels, samples };
    },
  );
}

function bySeries(lines: Line[], { grouping }: RangeAggregation) {
  const series = new Map<string, { labels: Labels; members: Line[] }>();
  for (const line of lines) {
    const { __error__: error, __error_details__: _, ...all } = line.labels;
    if (error) {
      throw new LogqlError(
        `pipeline error: '${error}' for series: '${formatLabels(
          all,
        )}'.\nUse a label filter to intentionally skip this error. (e.g | __error__!="${error}").\nTo skip all potential errors you can match empty errors.(e.g __error__="")`,
      );
    }
    const labels = grouped(all, grouping);
    const key = labelKey(labels);
    const one = series.get(key) ?? { labels, members: [] };
    one.members.push(line);
    series.set(key, one);
    if (series.size > MOST_SERIES) {
      throw new LogqlError(
        `maximum number of series (${MOST_SERIES}) reached for a single query; consider reducing query cardinality by adding more specific stream selectors, reducing the time range, or aggregating results with functions like sum, count or topk`,
      );
    }
  }
  return series;
}

function grouped(labels: Labels, grouping: RangeAggregation['grouping']) {
  if (!grouping) return labels;
  return grouping.without
    ? without(labels, grouping.labels)
    : keepOnly(labels, grouping.labels);
}

/** Between the two nearest values, as Prometheus does. */
function quantileOf(values: number[], quantile: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = quantile * (sorted.length - 1);
  const [low, high] = [Math.floor(rank), Math.ceil(rank)];
  return sorted[low] + (sorted[high] - sorted[low]) * (rank - low);
}
