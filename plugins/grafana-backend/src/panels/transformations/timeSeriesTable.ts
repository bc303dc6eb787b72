import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { synchronous } from './synchronous';

type Options = Record<
  string,
  { stat?: string; timeField?: string } | undefined
>;

/**
 * One row for each series, with its labels and a small chart.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/#time-series-to-table-transform
 */
export const timeSeriesTable = synchronous<Options>(
  'timeSeriesTable',
  (frames, options) => {
    const { isTimeSeriesFrame } = grafanaData();
    const series = frames.filter(isTimeSeriesFrame);
    const refIds = [...new Set(series.map(({ refId = '' }) => refId))];
    return [
      ...frames.filter(frame => !series.includes(frame)),
      ...refIds.map(refId =>
        tableOf(
          refId,
          series.filter(frame => (frame.refId ?? '') === refId),
          options[refId]?.stat ?? 'lastNotNull',
        ),
      ),
    ];
  },
);

function tableOf(refId: string, frames: DataFrame[], stat: string): DataFrame {
  const { FieldType, reduceField } = grafanaData();
  const rows = frames.flatMap(frame => {
    const time = frame.fields.find(({ type }) => type === FieldType.time)!;
    return frame.fields
      .filter(({ type }) => type === FieldType.number)
      .map(field => ({ frame, time, field }));
  });
  const names = new Set(
    rows.flatMap(({ field }) => Object.keys(field.labels ?? {})),
  );
  const labels = [...names].map(
    (name): Field => ({
      name,
      type: FieldType.string,
      config: {},
      values: rows.map(({ field }) => field.labels?.[name] ?? null),
    }),
  );
  const trend: Field = {
    name: refId ? `Trend #${refId}` : 'Trend',
    type: FieldType.frame,
    config: {},
    values: rows.map(({ frame, time, field }) => ({
      ...frame,
      fields: [time, field],
      value: reduceField({
        field: { ...field, state: null },
        reducers: [stat],
      })[stat],
    })),
  };
  return { refId, fields: [...labels, trend], length: rows.length };
}
