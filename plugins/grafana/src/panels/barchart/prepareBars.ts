import {
  isByValue,
  type PanelData,
  type PanelField,
} from '@portico/plugin-grafana-common';
import { extent, fieldNumbers, type Measured } from '../../charts/fieldNumbers';
import type { Look } from '../../charts/Look';
import { Options } from '../../charts/Options';
import { momentIn } from '../../charts/words';
import { valueRange } from '../../charts/valueScale';
import { axisGroups, type AxisGroup } from '../timeseries/axisGroups';
import { seriesStyle, type SeriesStyle } from '../timeseries/SeriesStyle';
import { stackValues } from '../timeseries/stackValues';

/** Bars are filled unless the panel says otherwise. */
const FILL = 80;

/** One series of bars, a bar for each category. */
export interface BarSeries {
  id: string;
  name: string;
  field: PanelField;
  style: SeriesStyle;
  color: string;
  axis: number;
  measured: Measured[];
  /** Where each bar begins and ends along the value axis. */
  from: Measured[];
  to: Measured[];
  /** CSS colour of each bar, where they differ. */
  colors?: string[];
  hidden: boolean;
}

export interface BarData {
  /** What the bars are of, in words. */
  categories: string[];
  series: BarSeries[];
  axes: (AxisGroup & { range: [number, number] })[];
}

const isNumeric = ({ type }: PanelField) =>
  type === 'number' || type === 'boolean';

function categoryField(
  fields: PanelField[],
  xField?: string,
): PanelField | undefined {
  return (
    fields.find(
      ({ name, displayName }) => name === xField || displayName === xField,
    ) ??
    fields.find(({ type }) => type === 'string' || type === 'enum') ??
    fields.find(({ type }) => type === 'time')
  );
}

/** What bars are of; times no longer than it takes to tell them apart. */
function categoryText(field: PanelField, at: number, look: Look): string {
  if (field.type !== 'time') return look.text(field, field.values[at]);
  const times = field.values.map(Number);
  return momentIn(times[at], times[times.length - 1] - times[0]);
}

function barStyle(field: PanelField): SeriesStyle {
  const { custom, ...config } = field.config;
  return seriesStyle({
    ...config,
    custom: { fillOpacity: FILL, ...custom, drawStyle: 'bars' },
  });
}

function colorsOf(
  field: PanelField,
  values: Measured[],
  look: Look,
  by: PanelField | undefined,
): string[] | undefined {
  if (by) return by.values.map(value => look.value(by, value));
  if (!isByValue(field.config.color?.mode)) return undefined;
  return values.map(value => look.value(field, value ?? null));
}

/** The colour that all have, if there is one. */
const oneOf = (colors: string[] | undefined) =>
  colors?.every(color => color === colors[0]) ? colors[0] : undefined;

/** Categories with their bars, stacked where the panel says so; without those series that the reader does not want to see. */
export function prepareBars(
  data: PanelData,
  look: Look,
  panelOptions: Options,
  isHidden: (id: string) => boolean = () => false,
): BarData {
  const frame =
    data.frames.find(({ fields }) => fields.some(isNumeric)) ?? data.frames[0];
  const fields = frame?.fields ?? [];
  const category = categoryField(fields, panelOptions.text('xField'));
  const by = fields.find(
    ({ name, displayName }) =>
      name === panelOptions.text('colorByField') ||
      displayName === panelOptions.text('colorByField'),
  );
  const bars = fields.filter(field => field !== category && isNumeric(field));
  const mode = panelOptions.choice(
    'stacking',
    ['none', 'normal', 'percent'],
    'none',
  );
  const styles = bars.map(
    (field): SeriesStyle => ({
      ...barStyle(field),
      stack: mode === 'none' ? undefined : { mode, group: 'A' },
    }),
  );
  const ids = bars.map(({ displayName }, at) => `${at} ${displayName}`);
  const hidden = ids.map((id, at) => styles[at].hidden.viz || isHidden(id));
  const measured = bars.map(fieldNumbers);
  const from: Measured[][] = measured.map(values => values.map(() => 0));
  const to = [...measured];
  if (mode !== 'none') {
    const shown = ids.map((_, at) => at).filter(at => !hidden[at]);
    const stacked = stackByCategory(
      shown.map(at => measured[at]),
      mode,
    );
    shown.forEach((at, place) => {
      from[at] = stacked[place].from;
      to[at] = stacked[place].to;
    });
  }
  const colors = bars.map(field => look.series(field));
  const perBar = bars.map((field, at) =>
    colorsOf(field, measured[at], look, by),
  );
  const groups = axisGroups(
    bars.map(({ config }, at) => ({
      config,
      style: styles[at],
      color: colors[at],
    })),
  );
  const length = frame?.length ?? 0;
  return {
    categories: Array.from({ length }, (_, at) =>
      category ? categoryText(category, at, look) : String(at + 1),
    ),
    axes: groups.axes.map((axis, index) => {
      const on = to.filter((_, at) => groups.of[at] === index && !hidden[at]);
      const ends = extent(on.flat());
      return {
        ...axis,
        range: valueRange(ends, axis.bounds, axis.distribution),
      };
    }),
    series: bars.map((field, at) => ({
      id: ids[at],
      name: field.displayName,
      field,
      style: styles[at],
      color: oneOf(perBar[at]) ?? colors[at],
      axis: groups.of[at],
      measured: measured[at],
      from: from[at],
      to: to[at],
      colors: perBar[at],
      hidden: hidden[at],
    })),
  };
}

/** Within each category, what is above zero stacks up and what is below stacks down. */
function stackByCategory(
  columns: Measured[][],
  mode: 'normal' | 'percent',
): { from: Measured[]; to: Measured[] }[] {
  const part = (keep: (value: number) => boolean) =>
    columns.map(values =>
      values.map(value =>
        typeof value === 'number' && keep(value) ? value : 0,
      ),
    );
  const stack = (all: Measured[][]) =>
    stackValues(
      all.map(values => ({ values, mode: 'normal', group: 'A', draw: 'bars' })),
    );
  const up = stack(part(value => value >= 0));
  const down = stack(part(value => value < 0));
  const totals = columns[0]?.map((_, index) =>
    columns.reduce((sum, values) => sum + Math.abs(values[index] ?? 0), 0),
  );
  return columns.map((values, at) => {
    const end = values.map((value, index): Measured => {
      if (typeof value !== 'number') return value;
      const sum = (value < 0 ? down : up)[at].values[index] ?? 0;
      return mode === 'percent' ? sum / (totals[index] || 1) : sum;
    });
    const start = values.map((value, index): Measured => {
      const high = end[index];
      if (typeof value !== 'number' || typeof high !== 'number') return value;
      return high - (mode === 'percent' ? value / (totals[index] || 1) : value);
    });
    return { from: start, to: end };
  });
}
