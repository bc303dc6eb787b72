import type {
  PanelData,
  PanelField,
  PanelFrame,
} from '@portico/plugin-grafana-common';
import { fieldNumbers, type Measured } from '../../charts/fieldNumbers';
import { Options } from '../../charts/Options';
import { bucketSize } from '../histogram/buckets';

/** One row of a heatmap: values between two bounds, or a bucket with a name. */
export interface HeatRow {
  /** Grafana's name of the bucket, where it has no bounds. */
  name?: string;
  low?: number;
  high?: number;
  /** How much is in each column. */
  counts: Measured[];
}

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/heatmap/ */
export interface Heat {
  /** Where each column begins, in milliseconds since 1970. */
  times: number[];
  /** How long a column lasts. */
  stepMs: number;
  /** Lowest first. */
  rows: HeatRow[];
  /** Shows what is counted; its unit is that of the cells. */
  valueField?: PanelField;
  /** Shows the bounds of rows. */
  boundField?: PanelField;
}

const COLUMNS = 60;
const isNumber = ({ type }: PanelField) => type === 'number';

/** Least distance between two times. */
function stepOf(times: number[], otherwise: number): number {
  const apart = times
    .slice(1)
    .map((time, index) => time - times[index])
    .filter(one => one > 0);
  return apart.length > 0 ? Math.min(...apart) : otherwise;
}

const unique = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);

/** A number at the end of a bucket's name: `0.25`, `le=0.5`, `+Inf`. */
export function boundOf(name: string): number | undefined {
  const found = /([-+]?(?:Inf(?:inity)?|\d*\.?\d+(?:e[-+]?\d+)?))$/i.exec(
    name.trim(),
  )?.[1];
  if (!found) return undefined;
  if (/inf/i.test(found)) return found.startsWith('-') ? -Infinity : Infinity;
  return Number(found);
}

/** Frames with a time and a number for each bucket, in one frame or one frame each. */
function fromRows(
  frames: PanelFrame[],
  stepMs: number,
  layout: string,
): Heat | undefined {
  const parts = frames.flatMap(({ fields }) => {
    const time = fields.find(({ type }) => type === 'time');
    return time ? fields.filter(isNumber).map(field => ({ time, field })) : [];
  });
  if (parts.length === 0) return undefined;
  const times = unique(parts.flatMap(({ time }) => time.values.map(Number)));
  const place = new Map(times.map((time, index) => [time, index]));
  const rows = parts.map(({ time, field }) => {
    const counts = Array<Measured>(times.length).fill(undefined);
    fieldNumbers(field).forEach((value, index) => {
      counts[place.get(Number(time.values[index])) ?? 0] = value;
    });
    const label = field.labels?.le ?? field.displayName;
    return { name: field.displayName, bound: boundOf(label), counts };
  });
  const bounded =
    layout !== 'unknown' && rows.every(({ bound }) => bound !== undefined);
  const sorted = bounded
    ? [...rows].sort((a, b) => (a.bound ?? 0) - (b.bound ?? 0))
    : rows;
  return {
    times,
    stepMs: stepOf(times, stepMs),
    valueField: parts[0].field,
    rows: sorted.map(({ name, bound, counts }, index) => {
      const before = sorted[index - 1]?.bound;
      const after = sorted[index + 1]?.bound;
      if (!bounded) return { name, counts };
      return layout === 'ge'
        ? { name, counts, low: bound, high: after ?? Infinity }
        : { name, counts, low: before ?? -Infinity, high: bound };
    }),
  };
}

/** One frame with a line for each cell: its time, its bounds, its count. */
function fromCells(frame: PanelFrame, stepMs: number): Heat | undefined {
  const of = (...names: string[]) =>
    frame.fields.find(({ name }) => names.includes(name));
  const time =
    of('x', 'xMin', 'xMax') ?? frame.fields.find(one => one.type === 'time');
  const [low, high] = [of('yMin', 'y'), of('yMax')];
  const value =
    of('count') ??
    frame.fields.filter(isNumber).find(one => one !== low && one !== high);
  const y = low ?? high;
  if (!time || !y || !value) return undefined;
  const ends = time.values.map(Number);
  const times = unique(ends);
  const step = stepOf(times, stepMs);
  const shift = time.name === 'xMax' ? step : 0;
  const bounds = unique(y.values.map(Number));
  const rows = bounds.map(
    (bound, index): HeatRow => ({
      low: low ? bound : bounds[index - 1] ?? -Infinity,
      high: low && !high ? bounds[index + 1] ?? bound * 2 : bound,
      counts: Array<Measured>(times.length).fill(undefined),
    }),
  );
  const column = new Map(times.map((one, index) => [one, index]));
  const row = new Map(bounds.map((one, index) => [one, index]));
  fieldNumbers(value).forEach((count, index) => {
    const at = row.get(Number(y.values[index])) ?? 0;
    rows[at].counts[column.get(ends[index]) ?? 0] = count;
    if (low && high) rows[at].high = Number(high.values[index]);
  });
  return {
    times: times.map(one => one - shift),
    stepMs: step,
    rows,
    valueField: value,
    boundField: y,
  };
}

/** Bounds of rows for values between two: steps of one size, or of one factor where they grow by powers. */
function rowBounds(values: number[], buckets: Options): number[] {
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  const scale = buckets.child('scale');
  const given = buckets.number('value');
  if (scale.text('type') === 'log' && most > 0) {
    const base = scale.number('log') === 10 ? 10 : 2;
    const factor = base ** (1 / Math.max(1, given ?? 1));
    const start = Math.min(...values.filter(value => value > 0));
    const power = (value: number) => Math.log(value) / Math.log(factor);
    const first = Math.floor(power(start) + 1e-9);
    const count = Math.floor(power(most) + 1e-9) - first + 2;
    return Array.from({ length: count }, (_, at) => factor ** (first + at));
  }
  const isSize = buckets.text('mode') === 'size' && given;
  const size = isSize ? given : bucketSize(values, given ?? 20);
  const first = Math.floor(least / size + 1e-9);
  const count = Math.floor(most / size + 1e-9) - first + 2;
  return Array.from({ length: Math.min(count, 500) }, (_, at) =>
    Number(((first + at) * size).toPrecision(12)),
  );
}

function columnSize(data: PanelData, buckets: Options): number {
  const given = buckets.number('value');
  const span = data.to - data.from;
  if (buckets.text('mode') === 'size') {
    const text = /^(\d+)(ms|s|m|h|d)?$/.exec(buckets.text('value') ?? '');
    const units = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
    const unit = units[(text?.[2] ?? 'ms') as keyof typeof units];
    const size = text ? Number(text[1]) * unit : given;
    if (size) return Math.max(size, span / 2_000);
  }
  return Math.max(data.stepMs, span / (given ?? COLUMNS));
}

/** Counts values in cells of time and size, as the panel's "calculate from data" does. */
function calculated(data: PanelData, calculation: Options): Heat | undefined {
  const points = data.frames.flatMap(({ fields }) => {
    const time = fields.find(({ type }) => type === 'time');
    if (!time) return [];
    return fields.filter(isNumber).flatMap(field =>
      fieldNumbers(field).flatMap((value, index) => {
        const at = Number(time.values[index]);
        return typeof value === 'number' ? [{ at, value, field }] : [];
      }),
    );
  });
  if (points.length === 0) return undefined;
  const stepMs = columnSize(data, calculation.child('xBuckets'));
  const first = Math.floor(data.from / stepMs);
  const length = Math.max(1, Math.ceil(data.to / stepMs) - first);
  const bounds = rowBounds(
    points.map(({ value }) => value),
    calculation.child('yBuckets'),
  );
  const rows = bounds.slice(0, -1).map(
    (low, index): HeatRow => ({
      low,
      high: bounds[index + 1],
      counts: Array<Measured>(length).fill(undefined),
    }),
  );
  for (const { at, value } of points) {
    const column = Math.floor(at / stepMs) - first;
    // The bounds are few, and ascending.
    const above = bounds.findIndex(bound => bound > value * (1 + 1e-12));
    const row = rows[(above < 0 ? bounds.length : above) - 1];
    if (row && column >= 0 && column < length) {
      row.counts[column] = (row.counts[column] ?? 0) + 1;
    }
  }
  return {
    times: rows[0].counts.map((_, index) => (first + index) * stepMs),
    stepMs,
    rows,
    boundField: points[0].field,
  };
}

/** The cells of a heatmap, from whatever form the data have; undefined where there are none. */
export function heatOf(data: PanelData, options: Options): Heat | undefined {
  if (options.flag('calculate')) {
    return calculated(data, options.child('calculation'));
  }
  const cells = data.frames.find(
    ({ meta, fields }) =>
      meta?.type === 'heatmap-cells' ||
      fields.some(({ name }) => name === 'yMin' || name === 'yMax'),
  );
  if (cells) return fromCells(cells, data.stepMs);
  const layout = options.child('rowsFrame').text('layout') ?? 'auto';
  return fromRows(data.frames, data.stepMs, layout);
}
