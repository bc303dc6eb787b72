import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { synchronous } from './synchronous';

interface Options {
  /** The label whose values become columns. */
  value?: string;
  /** Labels that make a row; all others if absent. */
  join?: string[];
}

/**
 * One table of all series: a row for each set of labels, a column for each value of one label.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/query-transform-data/transform-data/#join-by-labels
 */
export const joinByLabels = synchronous<Options>(
  'joinByLabels',
  (frames, { value, join }) => (value ? [joined(frames, value, join)] : frames),
);

function joined(
  frames: DataFrame[],
  value: string,
  join: string[] | undefined,
): DataFrame {
  const { FieldType } = grafanaData();
  const series = frames
    .flatMap(({ fields }) => fields)
    .filter(
      ({ type, labels }) =>
        type === FieldType.number && labels?.[value] !== undefined,
    );
  const names = join?.length
    ? join
    : [...new Set(series.flatMap(({ labels }) => Object.keys(labels!)))].filter(
        name => name !== value,
      );
  const columns = [...new Set(series.map(({ labels }) => labels![value]))];
  const rows = new Map<
    string,
    { labels: string[]; cells: Map<string, unknown> }
  >();
  for (const { labels, values } of series) {
    const own = names.map(name => labels![name] ?? '');
    values.forEach((cell, place) => {
      const key = JSON.stringify([own, place]);
      const row = rows.get(key) ?? { labels: own, cells: new Map() };
      row.cells.set(labels![value], cell);
      rows.set(key, row);
    });
  }
  const all = [...rows.values()];
  const fields = [
    ...names.map(
      (name, place): Field => ({
        name,
        type: FieldType.string,
        config: {},
        values: all.map(({ labels }) => labels[place]),
      }),
    ),
    ...columns.map(
      (name): Field => ({
        name,
        type: FieldType.number,
        config: {},
        values: all.map(({ cells }) => cells.get(name) ?? null),
      }),
    ),
  ];
  return { refId: frames[0]?.refId, fields, length: all.length };
}
