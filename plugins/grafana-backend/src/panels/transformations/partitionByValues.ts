import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { synchronous } from './synchronous';

interface Options {
  fields?: string[];
  keepFields?: boolean;
  naming?: {
    asLabels?: boolean;
    withNames?: boolean;
    separator1?: string;
    separator2?: string;
  };
}

/**
 * One frame for each combination of values that some fields have.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/#partition-by-values
 */
export const partitionByValues = synchronous<Options>(
  'partitionByValues',
  (frames, options) =>
    frames.length === 1 ? partition(frames[0], options) : frames,
);

/** One frame for each combination of values of the named fields. */
export function partition(frame: DataFrame, options: Options): DataFrame[] {
  const { fields: names = [], keepFields = false, naming = {} } = options;
  const keys = frame.fields.filter(({ name }) => names.includes(name));
  if (keys.length === 0) return [frame];
  const { time } = grafanaData().FieldType;
  const groups = new Map<string, number[]>();
  for (let row = 0; row < frame.length; row++) {
    const key = JSON.stringify(keys.map(({ values }) => values[row] ?? null));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(rows => {
    const labels = Object.fromEntries(
      keys.map(({ name, values }) => [name, String(values[rows[0]])]),
    );
    const kept = frame.fields.filter(it => keepFields || !keys.includes(it));
    return {
      ...frame,
      ...(!naming.asLabels && { name: nameOf(labels, naming) }),
      meta: { ...frame.meta, type: undefined },
      length: rows.length,
      fields: kept.map(
        (field): Field => ({
          ...field,
          ...(naming.asLabels &&
            field.type !== time && { labels: { ...field.labels, ...labels } }),
          values: rows.map(row => field.values[row]),
          state: undefined,
        }),
      ),
    };
  });
}

function nameOf(
  labels: Record<string, string>,
  {
    withNames,
    separator1 = '=',
    separator2 = ' ',
  }: NonNullable<Options['naming']>,
): string {
  return Object.entries(labels)
    .map(([name, value]) =>
      withNames ? `${name}${separator1}${value}` : value,
    )
    .join(separator2);
}
