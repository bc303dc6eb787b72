import type { JsonObject } from '@backstage/types';
import type { Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { graphable } from './graphable';
import { withFacts } from './heatmap';
import { LINEAR_SIZES, TIME_SIZES, niceSize } from './niceSize';
import type { PanelShape, ShapeInput } from './PanelShape';
import { WholeSpan } from './WholeSpan';

/** Buckets where the panel names none, as in Grafana. */
const X_BUCKETS = 20;
const Y_BUCKETS = 10;
/** A screen shows no more. */
const MOST_BUCKETS = 500;

/**
 * How many values of all series fall into each stretch of time and each bucket.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/heatmap/#calculate-from-data
 */
export function calculateHeatmap(input: ShapeInput): PanelShape {
  const calculation = (input.options.calculation ?? {}) as JsonObject;
  const { xs, ys } = points(input);
  if (xs.length === 0) return { frames: [], notices: [] };
  const log = logOf(calculation.yBuckets);
  if (log && ys.some(y => y <= 0)) {
    return {
      frames: [],
      notices: [
        {
          severity: 'warning',
          text: 'Values of zero and below have no place among logarithmic buckets. Choose a linear scale for the buckets in Grafana.',
        },
      ],
    };
  }
  const xSizeMs = bucketSize(calculation.xBuckets, xs, X_BUCKETS, TIME_SIZES);
  const place = (y: number) => (log ? Math.log(y) / Math.log(log) : y);
  const ySize = log
    ? 1 / (valueOf(calculation.yBuckets) ?? 1)
    : bucketSize(calculation.yBuckets, ys, Y_BUCKETS, LINEAR_SIZES);
  const bound = (index: number) =>
    log ? log ** (index * ySize) : tidy(index * ySize);
  const counts = new Map<string, number>();
  const [columns, rows] = [new WholeSpan(), new WholeSpan()];
  xs.forEach((x, at) => {
    const column = columns.include(Math.floor(x / xSizeMs));
    const row = rows.include(Math.floor(tidy(place(ys[at]) / ySize)));
    const key = `${column} ${row}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  if (columns.size > MOST_BUCKETS * 10 || rows.size > MOST_BUCKETS) {
    return {
      frames: [],
      notices: [
        {
          severity: 'warning',
          text: `The panel's bucket sizes give ${columns.size} × ${rows.size} cells, more than can be drawn. Choose larger buckets in Grafana.`,
        },
      ],
    };
  }
  const { FieldType } = grafanaData();
  const config = input.frames[0].fields.find(
    ({ type }) => type === FieldType.number,
  )?.config;
  const times = columns.list().map(column => column * xSizeMs);
  const fields = rows.list().map(
    (row): Field => ({
      name: String(bound(row + 1)),
      type: FieldType.number,
      config: { custom: config?.custom },
      values: columns.list().map(column => counts.get(`${column} ${row}`) ?? 0),
    }),
  );
  const time: Field = {
    name: 'Time',
    type: FieldType.time,
    config: {},
    values: times,
  };
  const frame = { fields: [time, ...fields], length: times.length };
  return {
    frames: [
      withFacts(frame, {
        xSizeMs,
        yMin: rows.list().map(bound),
        yMax: rows.list().map(row => bound(row + 1)),
        ...(log && { yLog: log }),
        ...(config?.unit && { yUnit: config.unit }),
      }),
    ],
    notices: [],
  };
}

function points({ frames }: ShapeInput): { xs: number[]; ys: number[] } {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { fields } of graphable(frames, 'lines')) {
    const [time, ...series] = fields;
    for (const { values } of series) {
      values.forEach((y, row) => {
        if (y === null || y === undefined) return;
        xs.push(time.values[row]);
        ys.push(y);
      });
    }
  }
  return { xs, ys };
}

/** What a panel says of buckets: a size (for time e.g. `5m`), or about how many. */
function bucketSize(
  buckets: unknown,
  values: readonly number[],
  usual: number,
  sizes: readonly number[],
): number {
  const { mode, value } = (buckets ?? {}) as JsonObject;
  if (mode === 'size') {
    const { durationToMilliseconds, parseDuration } = grafanaData();
    const number = Number(value);
    const size =
      sizes === TIME_SIZES && Number.isNaN(number)
        ? durationToMilliseconds(parseDuration(String(value)))
        : number;
    if (size > 0) return size;
  }
  const count = mode === 'size' ? usual : valueOf(buckets) ?? usual;
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return niceSize((greatest - least) / Math.max(count - 1, 1), sizes);
}

function valueOf(buckets: unknown): number | undefined {
  const number = Number((buckets as JsonObject | undefined)?.value);
  return number > 0 ? number : undefined;
}

function logOf(buckets: unknown): number | undefined {
  const { scale } = (buckets ?? {}) as { scale?: JsonObject };
  return scale?.type === 'log' ? Number(scale.log ?? 2) : undefined;
}

/** 0.1 + 0.2 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
