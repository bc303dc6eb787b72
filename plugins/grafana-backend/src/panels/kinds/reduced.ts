import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { withCalcs } from '../frames/withCalcs';
import { limitSeries } from './limitSeries';
import type { PanelShape, ShapeInput } from './PanelShape';
import { readReduceOptions } from './reduceOptions';
import { rowValues } from './rowValues';
import { thin } from './thin';

const isTime = ({ type }: Field) => type === grafanaData().FieldType.time;

/** Fields with their reductions, and with the values behind them where they are drawn: `stat`, `gauge`, `bargauge`, `piechart`. */
export function reduced(input: ShapeInput): PanelShape {
  const { frames, options, limits } = input;
  const reduce = readReduceOptions(options);
  if (reduce.values) return rowValues(input, reduce);
  const chosen = frames.flatMap(frame => {
    const fields = frame.fields.filter(field =>
      reduce.includes(field, frame, frames),
    );
    return fields.length > 0 ? [{ frame, fields }] : [];
  });
  const shown = new Set(chosen.flatMap(({ fields }) => fields));
  const calcs = [
    ...reduce.calcs,
    ...(options.showPercentChange === true ? ['diffperc'] : []),
  ];
  const withTimes = chosen.map(({ frame, fields }) => ({
    ...frame,
    fields: [
      ...frame.fields.filter(field => isTime(field) && !shown.has(field)),
      ...fields,
    ],
  }));
  const limited = limitSeries(
    withCalcs(withTimes, field => (shown.has(field) ? calcs : [])).map(
      spanning,
    ),
    limits.series,
  );
  return {
    frames: limited.frames.map(frame =>
      drawsLine(input) ? thin(frame, input.points).frame : withoutValues(frame),
    ),
    notices: limited.notices,
    calcsOf: () => calcs,
  };
}

/** Colours and filled parts are of the range of all values, where no least and greatest are set. */
export function spanning(frame: DataFrame): DataFrame {
  const { FieldType } = grafanaData();
  return {
    ...frame,
    fields: frame.fields.map(field => {
      if (field.type !== FieldType.number) return field;
      const { min, max } = field.state?.range ?? {};
      return {
        ...field,
        config: {
          ...field.config,
          min: field.config.min ?? min,
          max: field.config.max ?? max,
        },
      };
    }),
  };
}

/** Only of a stat that has its area on, as it has by default, and of a gauge with its line. */
function drawsLine({ type, options }: ShapeInput): boolean {
  if (type === 'stat') return (options.graphMode ?? 'area') === 'area';
  return type === 'gauge' && options.sparkline === true;
}

/** Only those that have reductions. */
function withoutValues(frame: DataFrame): DataFrame {
  return {
    ...frame,
    length: 0,
    fields: frame.fields
      .filter(({ state }) => state?.calcs)
      .map(field => ({ ...field, values: [] })),
  };
}
