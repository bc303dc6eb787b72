import type { DataFrame } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { withCalcs } from '../frames/withCalcs';
import { graphable } from './graphable';
import { legendCalcs } from './legendCalcs';
import { limitSeries } from './limitSeries';
import type { PanelShape, ShapeInput } from './PanelShape';
import { thin } from './thin';

/** Series over time in one frame, time first: `timeseries`. */
export function timeSeries(input: ShapeInput): PanelShape {
  const frames = graphable(input.frames, 'lines');
  return wide(frames, input);
}

/** States over time in one frame: `state-timeline`, `status-history`. */
export function states(input: ShapeInput): PanelShape {
  return wide(graphable(input.frames, 'states'), input);
}

/** Numbers over another number: `trend`. Only the first frame is drawn. */
export function trend(input: ShapeInput): PanelShape {
  const { FieldType } = grafanaData();
  const [frame] = input.frames;
  const numbers = (frame?.fields ?? []).filter(
    ({ type }) => type === FieldType.number,
  );
  const x =
    numbers.find(({ name }) => name === input.options.xField) ?? numbers[0];
  if (!frame || !x) return { frames: [], notices: [] };
  const fields = [x, ...numbers.filter(field => field !== x)];
  return wide([{ ...frame, fields }], input, x.name);
}

function wide(
  frames: DataFrame[],
  input: ShapeInput,
  xName?: string,
): PanelShape {
  const { applyNullInsertThreshold, fieldMatchers, outerJoinDataFrames } =
    grafanaData();
  const { from, to, points, limits } = input;
  const calcsOf = legendCalcs(input.options);
  const chosen = limitSeries(frames, limits.series);
  const joined = outerJoinDataFrames({
    frames: withCalcs(chosen.frames, calcsOf).map(frame =>
      xName
        ? frame
        : applyNullInsertThreshold({
            frame,
            refFieldPseudoMin: from,
            refFieldPseudoMax: to,
          }),
    ),
    ...(xName && {
      joinBy: fieldMatchers.get('byName').get(xName),
    }),
    keepDisplayNames: true,
    keepOriginIndices: true,
  });
  if (!joined || joined.fields.length < 2) {
    return { frames: [], notices: chosen.notices };
  }
  const restored = withOwnNames(joined, chosen.frames);
  const thinned = thin(withoutUnused(restored), points);
  return {
    frames: [thinned.frame],
    notices: [...chosen.notices, ...thinned.notices],
    calcsOf,
  };
}

/** Of the axis only its unit is drawn, and thresholds only where a style or a colour says so. */
function withoutUnused(frame: DataFrame): DataFrame {
  const [x, ...series] = frame.fields;
  return {
    ...frame,
    fields: [
      { ...x, config: { unit: x.config.unit, custom: x.config.custom } },
      ...series.map(field => {
        const { color, custom, thresholds } = field.config;
        const style = custom?.thresholdsStyle?.mode ?? 'off';
        const isUsed = color?.mode === 'thresholds' || style !== 'off';
        return isUsed || !thresholds
          ? field
          : { ...field, config: { ...field.config, thresholds: undefined } };
      }),
    ],
  };
}

/** Joining gives fields the names of their frames, and labels of the same; they had names before. */
function withOwnNames(joined: DataFrame, frames: DataFrame[]): DataFrame {
  return {
    ...joined,
    refId: frames[0].refId,
    fields: joined.fields.map(field => {
      const origin = field.state?.origin;
      const own =
        origin && frames[origin.frameIndex]?.fields[origin.fieldIndex];
      return own ? { ...field, name: own.name, labels: own.labels } : field;
    }),
  };
}
