import type { DataFrame, Field } from '@grafana/data';
import { grafanaData } from '../frames/library';
import { withCalcs } from '../frames/withCalcs';
import { legendCalcs } from './legendCalcs';
import { limitSeries } from './limitSeries';
import type { PanelShape, ShapeInput } from './PanelShape';
import { cutRows } from './table';

/**
 * One frame: what the bars stand on first (the field that the panel names, else the first text, else the time), then
 * its numbers. https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/bar-chart/
 */
export function barChart(input: ShapeInput): PanelShape {
  const { options, limits } = input;
  const frame = oneFrame(input.frames);
  const x = frame && xOf(frame, options.xField);
  if (!frame || !x) return { frames: [], notices: [] };
  const { FieldType } = grafanaData();
  const numbers = frame.fields.filter(
    field => field !== x && field.type === FieldType.number,
  );
  const colour = frame.fields.find(
    field =>
      field !== x &&
      !numbers.includes(field) &&
      field.name === options.colorByField,
  );
  const bars = numbers.map(
    (field, place): Field => ({
      ...field,
      values: field.values.map(value =>
        Number.isFinite(value) ? value : null,
      ),
      state: { ...field.state, seriesIndex: place },
    }),
  );
  const calcsOf = legendCalcs(options);
  const limited = limitSeries(
    withCalcs([{ ...frame, fields: bars }], calcsOf),
    limits.series,
  );
  const fields = [
    x,
    ...(limited.frames[0]?.fields ?? []),
    ...(colour ? [colour] : []),
  ];
  if (bars.length === 0) return { frames: [], notices: [] };
  const cut = cutRows([{ ...frame, fields }], limits.points);
  return {
    frames: cut.frames,
    notices: [...limited.notices, ...cut.notices],
    calcsOf,
  };
}

function oneFrame(frames: DataFrame[]): DataFrame | undefined {
  if (frames.length <= 1) return frames[0];
  return grafanaData().outerJoinDataFrames({ frames, keepDisplayNames: true });
}

function xOf(frame: DataFrame, named: unknown): Field | undefined {
  const { FieldType, getFieldDisplayName } = grafanaData();
  const byType = (type: Field['type']) =>
    frame.fields.find(field => field.type === type);
  return (
    frame.fields.find(
      field =>
        field.name === named || getFieldDisplayName(field, frame) === named,
    ) ??
    byType(FieldType.string) ??
    byType(FieldType.time)
  );
}
