import type { DataFrame } from '@grafana/data';
import type { JsonObject } from '@backstage/types';
import type { HeatmapFacts } from '@portico/plugin-grafana-common';
import { OWN_META } from '../encode/encodeFrame';
import { grafanaData } from '../frames/library';
import { calculateHeatmap } from './calculateHeatmap';
import type { PanelShape, ShapeInput } from './PanelShape';

/**
 * What a heatmap draws, in one shape whatever it comes from: a frame of the type `heatmap-rows` with the time first,
 * then one field of counts for each bucket from the lowest up, named by its bound. What the buckets span stands in
 * `meta.custom`, see {@link HeatmapFacts}.
 * https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/heatmap/
 */
export function heatmap(input: ShapeInput): PanelShape {
  const { frames, options } = input;
  if (frames.length === 0) return { frames: [], notices: [] };
  if (options.calculate === true) return calculateHeatmap(input);
  const { DataFrameType } = grafanaData();
  const cells = frames.find(
    ({ meta }) => meta?.type === DataFrameType.HeatmapCells,
  );
  const frame = cells ? fromCells(cells) : fromRows(frames, options);
  return { frames: frame ? [frame] : [], notices: [] };
}

/** A frame with what its buckets span. */
export function withFacts(frame: DataFrame, facts: HeatmapFacts): DataFrame {
  const { DataFrameType } = grafanaData();
  return {
    ...frame,
    meta: {
      type: DataFrameType.HeatmapRows,
      custom: { [OWN_META]: facts },
    },
  };
}

/** Buckets as fields, one or in several frames, in the order that they have or that of their bounds. */
function fromRows(
  frames: DataFrame[],
  options: JsonObject,
): DataFrame | undefined {
  const { FieldType, outerJoinDataFrames } = grafanaData();
  const joined =
    frames.length === 1
      ? frames[0]
      : outerJoinDataFrames({ frames, keepDisplayNames: true });
  const time = joined?.fields.find(({ type }) => type === FieldType.time);
  const rows = joined?.fields.filter(({ type }) => type === FieldType.number);
  if (!joined || !time || !rows?.length) return undefined;
  const rowsFrame = (options.rowsFrame ?? {}) as JsonObject;
  const bounds = rows.map(({ name, labels, state }) =>
    [labels?.le, name, state?.displayName]
      .map(boundIn)
      .find(it => it !== undefined),
  );
  if (bounds.some(bound => bound === undefined)) {
    return withFacts({ ...joined, fields: [time, ...rows] }, {});
  }
  const order = rows
    .map((field, at) => ({ field, bound: bounds[at]! }))
    .sort((a, b) => a.bound - b.bound);
  const sorted = order.map(({ bound }) =>
    Number.isFinite(bound) ? bound : null,
  );
  const isLower = rowsFrame.layout === 'ge';
  return withFacts(
    { ...joined, fields: [time, ...order.map(({ field }) => field)] },
    isLower
      ? { yMin: sorted, yMax: [...sorted.slice(1), null] }
      : { yMin: [null, ...sorted.slice(0, -1)], yMax: sorted },
  );
}

function boundIn(text: unknown): number | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  if (/^\+?Inf(inity)?$/i.test(text.trim())) return Infinity;
  const number = Number(text);
  return Number.isNaN(number) ? undefined : number;
}

/** Cells that are told one by one, e.g. of native histograms. */
function fromCells(frame: DataFrame): DataFrame | undefined {
  const { FieldType } = grafanaData();
  const named = (...names: string[]) =>
    frame.fields.find(({ name }) => names.includes(name));
  const x = named('xMin', 'xMax', 'x');
  const y = named('yMin', 'yMax', 'y');
  const yMax = named('yMax');
  const count = named('count') ?? frame.fields.find(it => it !== x && it !== y);
  if (!x || !y || !count) return undefined;
  const ends = [...new Set<number>(x.values)].sort((a, b) => a - b);
  const xSizeMs =
    x.config.interval ?? (ends.length > 1 ? ends[1] - ends[0] : 0);
  const times = x.name === 'xMax' ? ends.map(end => end - xSizeMs) : ends;
  const bounds = [...new Set<number>(y.values)].sort((a, b) => a - b);
  const upper = new Map<number, number>(
    y.values.map((value, row) => [value, Number(yMax?.values[row] ?? value)]),
  );
  const cells = new Map<string, number>(
    x.values.map((value, row) => [
      `${value} ${y.values[row]}`,
      count.values[row],
    ]),
  );
  const fields = bounds.map(bound => ({
    ...count,
    name: String(upper.get(bound) ?? bound),
    state: undefined,
    values: ends.map(end => cells.get(`${end} ${bound}`) ?? null),
  }));
  return withFacts(
    {
      ...frame,
      length: times.length,
      fields: [
        {
          ...x,
          name: 'Time',
          type: FieldType.time,
          values: times,
          state: undefined,
        },
        ...fields,
      ],
    },
    {
      xSizeMs: xSizeMs || undefined,
      yMin: y.name === 'yMax' ? undefined : bounds,
      yMax: bounds.map(bound => upper.get(bound) ?? null),
    },
  );
}
