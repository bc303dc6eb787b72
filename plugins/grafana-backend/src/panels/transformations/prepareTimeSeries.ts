import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { partition } from './partitionByValues';
import { synchronous } from './synchronous';

/**
 * Time series in another shape: `wide`, `multi` (formerly `many`) or `long`.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/#prepare-time-series
 */
export const prepareTimeSeries = synchronous<{ format?: string }>(
  'prepareTimeSeries',
  (frames, { format = 'wide' }) => {
    switch (format) {
      case 'multi':
      case 'many':
        return toMulti(frames);
      case 'long':
        return toLong(frames);
      default:
        return toWide(frames);
    }
  },
);

/** Series that strings in rows tell apart, as frames of their own. */
export function toMulti(frames: DataFrame[]): DataFrame[] {
  const { FieldType, DataFrameType } = grafanaData();
  return frames.flatMap(frame => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    if (!time || frame.length === 0) return [];
    const strings = frame.fields
      .filter(({ type }) => type === FieldType.string)
      .map(({ name }) => name);
    return partition(frame, { fields: strings, naming: { asLabels: true } })
      .flatMap(part => seriesOf(part))
      .map(series => ({
        ...series,
        meta: { ...frame.meta, type: DataFrameType.TimeSeriesMulti },
      }));
  });
}

function seriesOf(frame: DataFrame): DataFrame[] {
  const { FieldType } = grafanaData();
  const time = frame.fields.find(({ type }) => type === FieldType.time)!;
  return frame.fields
    .filter(
      ({ type }) => type === FieldType.number || type === FieldType.boolean,
    )
    .map(field => ({ ...frame, fields: [time, field] }));
}

function toWide(frames: DataFrame[]): DataFrame[] {
  const { DataFrameType, outerJoinDataFrames } = grafanaData();
  const series = toMulti(frames);
  if (series.length === 0) return [];
  const joined = outerJoinDataFrames({ frames: series })!;
  const { refId } = frames[0];
  return [{ ...joined, refId, meta: { type: DataFrameType.TimeSeriesWide } }];
}

function toLong(frames: DataFrame[]): DataFrame[] {
  const { DataFrameType, FieldType } = grafanaData();
  const series = toMulti(frames);
  if (series.length === 0) return [];
  const rows = series
    .flatMap(({ fields: [time, field] }) =>
      time.values.map((at: number, row) => ({
        at,
        name: field.name,
        labels: field.labels ?? {},
        value: field.values[row],
      })),
    )
    .sort((a, b) => a.at - b.at);
  const labels = [...new Set(rows.flatMap(row => Object.keys(row.labels)))];
  const names = [...new Set(rows.map(({ name }) => name))];
  const column = (
    name: string,
    type: Field['type'],
    values: unknown[],
  ): Field => ({ name, type, config: {}, values });
  const fields = [
    column(
      'time',
      FieldType.time,
      rows.map(({ at }) => at),
    ),
    ...labels.map(name =>
      column(
        name,
        FieldType.string,
        rows.map(row => row.labels[name] ?? ''),
      ),
    ),
    ...names.map(name =>
      column(
        name,
        FieldType.number,
        rows.map(row => (row.name === name ? row.value : null)),
      ),
    ),
  ];
  return [
    {
      refId: frames[0].refId,
      meta: { type: DataFrameType.TimeSeriesLong },
      fields,
      length: rows.length,
    },
  ];
}
