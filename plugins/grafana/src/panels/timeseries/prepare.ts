import type {
  FieldConfig,
  PanelData,
  PanelField,
} from '@portico/plugin-grafana-common';
import { fieldNumbers, type Measured } from '../../charts/fieldNumbers';
import type { Look } from '../../charts/Look';
import { axisGroups, type AxisGroup } from './axisGroups';
import { bridgeGaps, cutsOf, withCuts } from './gaps';
import { seriesStyle, type SeriesStyle } from './SeriesStyle';
import { stackValues } from './stackValues';

/** A series as it is drawn. */
export interface ChartSeries {
  /** Its name; unique by its place where names repeat. */
  id: string;
  name: string;
  field: PanelField;
  config: FieldConfig;
  style: SeriesStyle;
  /** CSS colour. */
  color: string;
  /** Place of its axis. */
  axis: number;
  /** As measured, one for each x. */
  measured: Measured[];
  /** Where it is drawn: stacked, turned, with gaps bridged. */
  drawn: Measured[];
  /** Place of the series down to which its area reaches. */
  fillTo?: number;
  /** Not drawn: by its config, or because the reader chose others. */
  hidden: boolean;
}

/** A chart over time, or over another ascending number. */
export interface ChartData {
  xs: number[];
  /** The field along the x axis. */
  xField?: PanelField;
  isTime: boolean;
  series: ChartSeries[];
  axes: AxisGroup[];
}

const isNumeric = ({ type }: PanelField) =>
  type === 'number' || type === 'boolean' || type === 'enum';

function turned(values: Measured[], { transform }: SeriesStyle): Measured[] {
  if (transform === 'negative-Y') {
    return values.map(value => (typeof value === 'number' ? -value : value));
  }
  if (transform === 'constant') {
    const first = values.find(value => typeof value === 'number');
    return values.map(() => first);
  }
  return values;
}

/** Names alone may repeat; the place makes an id of them. */
function idsOf(fields: PanelField[]): string[] {
  const seen = new Map<string, number>();
  return fields.map(({ displayName }) => {
    const count = seen.get(displayName) ?? 0;
    seen.set(displayName, count + 1);
    return count === 0 ? displayName : `${displayName} (${count + 1})`;
  });
}

function cutWhere(
  xs: number[],
  values: Measured[],
  { insertNulls }: SeriesStyle,
  stepMs: number,
): number[] {
  if (insertNulls === false) return [];
  return cutsOf(xs, values, insertNulls === true ? stepMs : insertNulls);
}

function bridged(xs: number[], values: Measured[], style: SeriesStyle) {
  const { spanNulls } = style;
  return typeof spanNulls === 'number'
    ? bridgeGaps(xs, values, spanNulls)
    : values;
}

/** Everything that a chart needs to be drawn, without those series that the reader does not want to see. */
export function prepareChart(
  data: PanelData,
  look: Look,
  options: { xField?: string; isHidden?: (id: string) => boolean } = {},
): ChartData {
  const frame = data.frames[0];
  const fields = frame?.fields ?? [];
  const xField =
    fields.find(({ name }) => name === options.xField) ??
    fields.find(({ type }) => type === 'time') ??
    fields.find(isNumeric);
  const drawn = fields.filter(field => field !== xField && isNumeric(field));
  const ids = idsOf(drawn);
  const styles = drawn.map(({ config }) => seriesStyle(config));
  const times = (xField?.values ?? []).map(Number);
  const columns = drawn.map(fieldNumbers);
  const { xs, columns: measured } = withCuts(
    times,
    columns,
    columns.map((one, at) => cutWhere(times, one, styles[at], data.stepMs)),
  );
  const hidden = drawn.map(
    (_, at) => styles[at].hidden.viz || options.isHidden?.(ids[at]) === true,
  );
  const lines = measured.map((values, at) => turned(values, styles[at]));
  const fillTo = drawn.map((_, at): number | undefined => {
    const name = styles[at].fillBelowTo;
    const to = drawn.findIndex(({ displayName }) => displayName === name);
    return name === undefined || to < 0 || hidden[to] ? undefined : to;
  });
  const inStack = drawn
    .map((_, at) => at)
    .filter(at => styles[at].stack && !hidden[at]);
  const stacked = stackValues(
    inStack.map(at => ({
      values: lines[at],
      draw: styles[at].draw,
      ...styles[at].stack!,
    })),
  );
  stacked.forEach(({ values, on }, place) => {
    const at = inStack[place];
    lines[at] = values;
    if (on !== undefined) fillTo[at] = inStack[on];
  });
  const colors = drawn.map(field => look.series(field));
  const groups = axisGroups(
    drawn.map(({ config }, at) => ({
      config,
      style: styles[at],
      color: colors[at],
    })),
  );
  return {
    xs,
    xField,
    isTime: xField?.type === 'time',
    axes: groups.axes,
    series: drawn.map((field, at) => ({
      id: ids[at],
      name: field.displayName,
      field,
      config: field.config,
      style: styles[at],
      color: colors[at],
      axis: groups.of[at],
      measured: measured[at],
      drawn: bridged(xs, lines[at], styles[at]),
      fillTo: fillTo[at],
      hidden: hidden[at],
    })),
  };
}
