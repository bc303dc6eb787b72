import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from './library';

/**
 * Series of Prometheus as one table: time, a column for each label, the value.
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/query-editor/#format
 */
export function tableFrame(
  frames: DataFrame[],
  valueName: string,
): DataFrame[] {
  const { FieldType } = grafanaData();
  const series = frames.filter(({ fields }) => fields.length > 1);
  if (series.length === 0) return frames;
  const names = new Set(
    series.flatMap(({ fields }) => Object.keys(fields[1].labels ?? {}).sort()),
  );
  const column = (
    name: string,
    type: Field['type'],
    valueOf: (frame: DataFrame, row: number) => unknown,
  ): Field => ({
    name,
    type,
    config: { filterable: type !== FieldType.time },
    values: series.flatMap(frame =>
      frame.fields[1].values.map((_, row) => valueOf(frame, row)),
    ),
  });
  const fields = [
    column('Time', FieldType.time, (frame, row) => frame.fields[0].values[row]),
    ...[...names].map(name => {
      const isBound = name === 'le';
      return column(
        name,
        isBound ? FieldType.number : FieldType.string,
        frame => {
          const label = frame.fields[1].labels?.[name] ?? '';
          return isBound ? boundOf(label) : label;
        },
      );
    }),
    column(
      valueName,
      FieldType.number,
      (frame, row) => frame.fields[1].values[row],
    ),
  ];
  const { refId, meta } = series[0];
  return [{ refId, meta, fields, length: fields[0].values.length }];
}

/** Upper bound of a bucket. */
export function boundOf(label: string): number {
  return label === '+Inf' ? Infinity : Number(label);
}
