import type { PanelData, PanelField } from '@portico/plugin-grafana-common';
import { fieldNumbers } from '../../charts/fieldNumbers';

/** How values are counted: https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/histogram/ */
export interface BucketOptions {
  /** How wide each is; absent for a round one. */
  size?: number;
  /** About how many there are, where the size is not given. */
  count?: number;
  /** Where they begin, if not at a multiple of their size. */
  offset?: number;
  /** All series are counted as one. */
  combine?: boolean;
}

/** How often values fell into each bucket. */
export interface Histogram {
  /** Lower ends; every bucket ends where the next begins. */
  from: number[];
  to: number[];
  series: { field: PanelField; counts: number[] }[];
}

const COUNT = 30;
const ROUND = [1, 2, 2.5, 4, 5, 10, 20];
/** Above one, buckets hold whole numbers. */
const isUsed = (size: number) => size !== 2.5;
/** More would be thinner than a pixel. */
const MOST = 2_000;

const isNumber = ({ type }: PanelField) => type === 'number';

/** Without the crumbs of binary fractions. */
const tidy = (value: number) => Number(value.toPrecision(12));

/** The least round size of buckets that makes about so many, and none smaller than values differ by. */
export function bucketSize(values: number[], count = COUNT): number {
  const sorted = [...values].sort((a, b) => a - b);
  let least = sorted.length === 1 ? 1 : Infinity;
  for (let index = 1; index < sorted.length; index += 1) {
    const apart = sorted[index] - sorted[index - 1];
    if (apart !== 0) least = Math.min(least, apart);
  }
  if (least === Infinity) return 1;
  const target = (sorted[sorted.length - 1] - sorted[0]) / count;
  const needed = Math.max(target, least);
  const power = 10 ** Math.floor(Math.log10(needed));
  const times = ROUND.find(
    one =>
      isUsed(one * power) &&
      one * power > target &&
      one * power >= least * (1 - 1e-9),
  );
  return tidy((times ?? 20) * power);
}

/** Buckets that Grafana has counted already. */
function counted(fields: PanelField[]): Histogram | undefined {
  const edge = (name: string) => fields.find(field => field.name === name);
  const [low, high] = [edge('xMin'), edge('xMax')];
  if (!low || !high) return undefined;
  return {
    from: low.values.map(Number),
    to: high.values.map(Number),
    series: fields
      .filter(field => field !== low && field !== high && isNumber(field))
      .map(field => ({
        field,
        counts: fieldNumbers(field).map(value => value ?? 0),
      })),
  };
}

const known = (field: PanelField) =>
  fieldNumbers(field).filter(
    (value): value is number => typeof value === 'number',
  );

/** Counts the values of a panel's series; undefined where there are none. */
export function histogramOf(
  { frames }: PanelData,
  options: BucketOptions,
): Histogram | undefined {
  const fields = frames.flatMap(frame => frame.fields);
  const ready = counted(fields);
  if (ready) return ready;
  const numbers = fields.filter(isNumber);
  const values = numbers.map(known);
  const all = values.flat();
  if (all.length === 0) return undefined;
  const least = all.reduce((a, b) => Math.min(a, b));
  const most = all.reduce((a, b) => Math.max(a, b));
  const asked = options.size || bucketSize(all, options.count || COUNT);
  const size = Math.max(asked, (most - least) / MOST);
  const offset = options.offset ?? 0;
  const first = Math.floor((least - offset) / size + 1e-9);
  const last = Math.floor((most - offset) / size + 1e-9);
  const from = Array.from({ length: last - first + 1 }, (_, at) =>
    tidy(offset + (first + at) * size),
  );
  const groups = options.combine
    ? [{ field: { ...numbers[0], displayName: 'Combined' }, values: all }]
    : numbers.map((field, at) => ({ field, values: values[at] }));
  return {
    from,
    to: from.map(low => tidy(low + size)),
    series: groups.map(({ field, values: own }) => {
      const counts = from.map(() => 0);
      for (const value of own) {
        counts[Math.floor((value - offset) / size + 1e-9) - first] += 1;
      }
      return { field, counts };
    }),
  };
}
