import type { Result, ResultSeries } from '../../../prometheus/promql/runQuery';
import { formatLegend, listLabels } from '../formatLegend';
import {
  frameOf,
  numberColumn,
  stringColumn,
  timeColumn,
} from '../frames/columns';
import type { DataFrameJson } from '../frames/DataFrameJson';
import { goDuration } from '../time/durations';
import type { PrometheusQuery } from './readPrometheusQuery';

/**
 * The frames of a result, one a series, as the backend of Grafana's Prometheus plugin makes them. The same for all
 * formats of the query: tables and heatmaps are made of them by whoever asked, as Grafana's frontend does.
 * https://grafana.com/developers/dataplane/timeseries/#time-series-multi-format-timeseriesmulti
 */
export function resultFrames(
  result: Result,
  query: PrometheusQuery,
): DataFrameJson[] {
  const frames = framesOf(result, query);
  const [first = emptyFrame(query)] = frames;
  const { meta } = first.schema;
  const executedQueryString = `Expr: ${query.expr}\nStep: ${goDuration(
    query.stepMs,
  )}`;
  first.schema.meta = { typeVersion: [0, 0], ...meta, executedQueryString };
  return [first, ...frames.slice(1)];
}

function framesOf(result: Result, query: PrometheusQuery): DataFrameJson[] {
  switch (result.type) {
    case 'scalar':
      return [
        seriesFrame({ labels: {}, samples: [result.sample] }, 'scalar', query),
      ];
    case 'string': {
      const columns = [
        timeColumn('Time', [result.at]),
        stringColumn('Value', [result.value], { labels: {} }),
      ];
      const meta = {
        type: 'timeseries-multi',
        typeVersion: [0, 0] as [number, number],
        custom: { resultType: 'string' },
      };
      return [frameOf(columns, { refId: query.refId, meta })];
    }
    default:
      return result.series.map(one => seriesFrame(one, result.type, query));
  }
}

function seriesFrame(
  { labels, samples }: ResultSeries,
  resultType: 'matrix' | 'vector' | 'scalar',
  query: PrometheusQuery,
): DataFrameJson {
  const name = displayName(labels, query);
  const type = resultType === 'matrix' ? 'timeseries-multi' : 'numeric-multi';
  return frameOf(
    [
      timeColumn(
        'Time',
        samples.map(({ at }) => at),
        { config: { interval: query.stepMs } },
      ),
      numberColumn(
        labels.__name__ ?? 'Value',
        samples.map(({ value }) => value),
        {
          labels: { ...labels },
          ...(name !== '' && { config: { displayNameFromDS: name } }),
        },
      ),
    ],
    {
      refId: query.refId,
      meta: { type, typeVersion: [0, 1], custom: { resultType } },
    },
  );
}

/** What the legend says; empty where Grafana's frontend is to find a name itself. */
function displayName(
  labels: ResultSeries['labels'],
  { legendFormat, expr }: PrometheusQuery,
): string {
  const count = Object.keys(labels).length;
  if (legendFormat === '__auto') return count > 0 ? '' : expr;
  if (legendFormat !== '') return formatLegend(legendFormat, labels);
  if (count === 0) return expr;
  const { __name__: name = '', ...rest } = labels;
  return Object.keys(rest).length > 0 ? `${name}{${listLabels(rest)}}` : name;
}

/** What stands for no result. */
function emptyFrame({ refId }: PrometheusQuery): DataFrameJson {
  return frameOf([], { refId });
}
