import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from './library';
import { boundOf } from './tableFrame';

const boundOfFrame = ({ fields }: DataFrame) =>
  boundOf(fields[1].labels?.le ?? '');

/**
 * Cumulative buckets of a histogram (`le`) as rows of a heatmap: each without those below it. One frame for each
 * set of other labels. https://grafana.com/developers/dataplane/heatmap/#heatmap-rows-heatmaprows
 */
export function bucketFrames(frames: DataFrame[]): DataFrame[] {
  const { DataFrameType } = grafanaData();
  const [buckets, others] = partition(
    frames,
    ({ fields }) => fields[1]?.labels?.le !== undefined,
  );
  const groups = new Map<string, DataFrame[]>();
  for (const frame of buckets) {
    const { le, ...labels } = frame.fields[1].labels ?? {};
    const key = JSON.stringify(labels);
    groups.set(key, [...(groups.get(key) ?? []), frame]);
  }
  return [
    ...others,
    ...[...groups.values()].map(group => ({
      ...rowsOf(group),
      refId: group[0].refId,
      meta: { ...group[0].meta, type: DataFrameType.HeatmapRows },
    })),
  ];
}

function rowsOf(group: DataFrame[]): Pick<DataFrame, 'fields' | 'length'> {
  const { FieldType } = grafanaData();
  const sorted = [...group].sort((a, b) => boundOfFrame(a) - boundOfFrame(b));
  const times = [
    ...new Set(sorted.flatMap(({ fields }) => fields[0].values as number[])),
  ].sort((a, b) => a - b);
  const counts = sorted.map(({ fields: [time, value] }) => {
    const at = new Map(time.values.map((t, row) => [t, value.values[row]]));
    return times.map(t => Number(at.get(t) ?? 0));
  });
  const fields: Field[] = sorted.map(({ fields: [, value] }, place) => ({
    name: value.labels?.le ?? '',
    type: FieldType.number,
    config: { ...value.config, displayNameFromDS: undefined },
    values: counts[place].map((count, row) =>
      place === 0 ? count : Math.max(0, count - counts[place - 1][row]),
    ),
  }));
  return {
    fields: [{ ...sorted[0].fields[0], values: times }, ...fields],
    length: times.length,
  };
}

function partition<T>(items: T[], is: (item: T) => boolean): [T[], T[]] {
  return [items.filter(is), items.filter(item => !is(item))];
}
