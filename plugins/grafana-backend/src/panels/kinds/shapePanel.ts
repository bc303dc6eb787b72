import { barChart } from './barChart';
import { heatmap } from './heatmap';
import { histogram } from './histogram';
import { logs } from './logs';
import type { PanelShape, ShapeInput } from './PanelShape';
import { reduced } from './reduced';
import { table } from './table';
import { states, timeSeries, trend } from './wide';

const BY_TYPE: Record<string, (input: ShapeInput) => PanelShape> = {
  barchart: barChart,
  bargauge: reduced,
  gauge: reduced,
  heatmap,
  histogram,
  logs,
  piechart: reduced,
  'state-timeline': states,
  stat: reduced,
  'status-history': states,
  table,
  timeseries: timeSeries,
  trend,
};

/** What a kind of panel draws of its frames; those of an unknown kind as a table. */
export function shapePanel(input: ShapeInput): PanelShape {
  return (BY_TYPE[input.type] ?? table)(input);
}
