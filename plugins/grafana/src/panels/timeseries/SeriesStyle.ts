import type { FieldConfig } from '@portico/plugin-grafana-common';
import { Options } from '../../charts/Options';
import type { Distribution } from '../../charts/valueScale';

/**
 * How one series is drawn, from its field config:
 * https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/time-series/
 */
export interface SeriesStyle {
  draw: 'line' | 'bars' | 'points';
  interpolation: 'linear' | 'smooth' | 'stepBefore' | 'stepAfter';
  /** CSS pixels. */
  lineWidth: number;
  /** Lengths of line and gap in turn. */
  dash?: number[];
  /** 0 to 1. */
  fillOpacity: number;
  gradient: 'none' | 'opacity' | 'hue' | 'scheme';
  points: 'auto' | 'always' | 'never';
  pointSize: number;
  /** Values stand at the points. */
  showValues: boolean;
  barAlign: -1 | 0 | 1;
  /** Of the room that a bar has, 0 to 1. */
  barWidth: number;
  barMost: number;
  /** Gaps are bridged: all, or those up to so many milliseconds. */
  spanNulls: boolean | number;
  /** A gap is made where two values lie further apart: than the step, or than so many milliseconds. */
  insertNulls: boolean | number;
  stack?: { mode: 'normal' | 'percent'; group: string };
  /** `negative-Y` draws below zero, `constant` a level line at the first value. */
  transform?: 'negative-Y' | 'constant';
  fillBelowTo?: string;
  hidden: { viz: boolean; legend: boolean; tooltip: boolean };
  axis: AxisStyle;
  thresholds: ThresholdsStyle;
}

export interface AxisStyle {
  placement: 'auto' | 'left' | 'right' | 'hidden';
  label?: string;
  /** CSS pixels. */
  width?: number;
  softMin?: number;
  softMax?: number;
  centred: boolean;
  grid?: boolean;
  /** Its numbers take the colour of the series. */
  coloured: boolean;
  border: boolean;
  distribution: Distribution;
}

export interface ThresholdsStyle {
  line: 'none' | 'solid' | 'dashed';
  area: boolean;
}

const DASH = [10, 10];
const DOT = [0, 10];

function dashOf(style: Options): number[] | undefined {
  const fill = style.choice(
    'fill',
    ['solid', 'dash', 'dot', 'square'],
    'solid',
  );
  if (fill === 'solid') return undefined;
  const dash = style.numbers('dash');
  if (dash.length > 0) return dash;
  return fill === 'dash' ? DASH : DOT;
}

/** Grafana writes `true`, `false` or milliseconds. */
const flagOrNumber = (options: Options, key: string): boolean | number =>
  options.number(key) ?? options.flag(key) ?? false;

function stackOf(stacking: Options): SeriesStyle['stack'] {
  const mode = stacking.choice('mode', ['none', 'normal', 'percent'], 'none');
  return mode === 'none'
    ? undefined
    : { mode, group: stacking.text('group') ?? 'A' };
}

function distributionOf(scale: Options): Distribution {
  return {
    kind: scale.choice('type', ['linear', 'log', 'symlog'], 'linear'),
    base: scale.number('log') === 2 ? 2 : 10,
    linear: scale.number('linearThreshold') || 1,
  };
}

function axisOf(custom: Options): AxisStyle {
  return {
    placement: custom.choice(
      'axisPlacement',
      ['auto', 'left', 'right', 'hidden'],
      'auto',
    ),
    label: custom.text('axisLabel'),
    width: custom.number('axisWidth'),
    softMin: custom.number('axisSoftMin'),
    softMax: custom.number('axisSoftMax'),
    centred: custom.flag('axisCenteredZero') ?? false,
    grid: custom.flag('axisGridShow'),
    coloured: custom.text('axisColorMode') === 'series',
    border: custom.flag('axisBorderShow') ?? false,
    distribution: distributionOf(custom.child('scaleDistribution')),
  };
}

function thresholdsOf(custom: Options): ThresholdsStyle {
  const mode = custom.child('thresholdsStyle').text('mode') ?? 'off';
  const dashed = mode.startsWith('dashed');
  const solid = mode.startsWith('line') ? 'solid' : 'none';
  return { line: dashed ? 'dashed' : solid, area: mode.includes('area') };
}

/** The style of a series with Grafana's defaults for what is not said. */
export function seriesStyle(config: FieldConfig): SeriesStyle {
  const custom = new Options(config.custom);
  const draw = custom.choice('drawStyle', ['line', 'bars', 'points'], 'line');
  const transform = custom.choice(
    'transform',
    ['none', 'negative-Y', 'constant'],
    'none',
  );
  const hide = custom.child('hideFrom');
  const align = custom.number('barAlignment') ?? 0;
  return {
    draw,
    interpolation: custom.choice(
      'lineInterpolation',
      ['linear', 'smooth', 'stepBefore', 'stepAfter'],
      'linear',
    ),
    lineWidth: custom.number('lineWidth') ?? 1,
    dash: draw === 'line' ? dashOf(custom.child('lineStyle')) : undefined,
    fillOpacity: (custom.number('fillOpacity') ?? 0) / 100,
    gradient: custom.choice(
      'gradientMode',
      ['none', 'opacity', 'hue', 'scheme'],
      'none',
    ),
    points:
      draw === 'points'
        ? 'always'
        : custom.choice('showPoints', ['auto', 'always', 'never'], 'auto'),
    pointSize: custom.number('pointSize') ?? 5,
    showValues: custom.flag('showValues') ?? false,
    barAlign: (Math.sign(align) || 0) as -1 | 0 | 1,
    barWidth: custom.number('barWidthFactor') ?? 0.6,
    barMost: custom.number('barMaxWidth') ?? 200,
    spanNulls: flagOrNumber(custom, 'spanNulls'),
    insertNulls: flagOrNumber(custom, 'insertNulls'),
    stack: stackOf(custom.child('stacking')),
    transform: transform === 'none' ? undefined : transform,
    fillBelowTo: custom.text('fillBelowTo'),
    hidden: {
      viz: hide.flag('viz') ?? false,
      legend: hide.flag('legend') ?? false,
      tooltip: hide.flag('tooltip') ?? false,
    },
    axis: axisOf(custom),
    thresholds: thresholdsOf(custom),
  };
}
