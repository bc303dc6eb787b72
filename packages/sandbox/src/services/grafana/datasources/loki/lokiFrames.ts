import type { ResultSeries } from '../../../prometheus/promql/runQuery';
import { formatLegend, listLabels } from '../formatLegend';
import {
  frameOf,
  jsonColumn,
  numberColumn,
  stringColumn,
  timeColumn,
} from '../frames/columns';
import type { DataFrameJson } from '../frames/DataFrameJson';
import { logIds } from '../frames/logIds';
import { goDuration } from '../time/durations';
import type { Line } from './logql/Line';
import type { LokiQuery } from './readLokiQuery';

/** One frame of lines, as the backend of Grafana's Loki plugin makes it. */
export function linesFrame(lines: Line[], query: LokiQuery): DataFrameJson {
  const rows = lines.map(({ at, nanos, text, labels, kinds }) => {
    const names = Object.keys(labels).sort();
    const pick = (from: Record<string, string>) =>
      Object.fromEntries(names.map(name => [name, from[name]]));
    return { at, nanos, line: text, labels: pick(labels), types: pick(kinds) };
  });
  const column = <K extends keyof (typeof rows)[number]>(key: K) =>
    rows.map(row => row[key]);
  return frameOf(
    [
      jsonColumn('labels', column('labels')),
      timeColumn('Time', column('at')),
      stringColumn('Line', column('line')),
      stringColumn('tsNs', column('nanos')),
      jsonColumn('labelTypes', column('types'), {
        config: { custom: { hidden: true } },
      }),
      stringColumn('id', logIds(rows)),
    ],
    {
      refId: query.refId,
      meta: {
        typeVersion: [0, 0],
        custom: { frameType: 'LabeledTimeValues' },
        stats: statsOf(rows),
        executedQueryString: `Expr: ${query.expr}`,
      },
    },
  );
}

function statsOf(rows: { line: string }[]) {
  const bytes = rows.reduce((sum, { line }) => sum + line.length, 0);
  return [
    {
      displayName: 'Summary: total bytes processed',
      unit: 'decbytes',
      value: bytes,
    },
    { displayName: 'Summary: total lines processed', value: rows.length },
  ];
}

/** A frame a series of numbers. */
export function seriesFrames(
  series: ResultSeries[],
  query: LokiQuery,
): DataFrameJson[] {
  const { isInstant, stepMs, expr, legendFormat, refId } = query;
  return series.map(({ labels, samples }) => {
    const name = legendFormat
      ? formatLegend(legendFormat, labels)
      : `{${listLabels(labels)}}`;
    return frameOf(
      [
        timeColumn(
          'Time',
          samples.map(({ at }) => at),
          isInstant ? {} : { config: { interval: stepMs } },
        ),
        numberColumn(
          'Value',
          samples.map(({ value }) => value),
          { labels: { ...labels }, config: { displayNameFromDS: name } },
        ),
      ],
      {
        refId,
        meta: {
          type: isInstant ? 'numeric-multi' : 'timeseries-multi',
          typeVersion: [0, 1],
          executedQueryString: isInstant
            ? `Expr: ${expr}`
            : `Expr: ${expr}\nStep: ${goDuration(stepMs)}`,
        },
      },
    );
  });
}
