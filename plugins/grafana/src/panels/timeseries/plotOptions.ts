import UPlot from 'uplot';
import { lonePoints } from './lonePoints';
import { textWidth } from '../../charts/textWidth';
import { timeTicks } from '../../charts/timeTicks';
import type { ChartTheme } from '../../charts/useChartTheme';
import type { PlotOptions } from '../../charts/UPlotCanvas';
import { valueRange, valueTicks } from '../../charts/valueScale';
import type { AxisGroup } from './axisGroups';
import { drawBands, drawLines, drawValues } from './overlays';
import { fillOf, strokeOf } from './paint';
import type { ChartData, ChartSeries } from './prepare';

/** Room for one label of the x axis, and between lines of the y axis, in CSS pixels. */
const X_LABEL = 84;
const Y_LINE = 34;
const FEWEST_LINES = 2;
const MOST_LINES = 5;
const X_AXIS = 22;
const TITLE = 16;
/** Points are shown where they have so much room. */
const POINT_ROOM = 24;

/** What the drawing asks whenever it draws, so that new data need no new drawing. */
export interface PlotContext {
  chart(): ChartData;
  theme: ChartTheme;
  /** What was asked for; the x axis ends there even where no values came. Undefined for its own values. */
  range(): [number, number] | undefined;
  /** Whether a drag marks a time. */
  zoomable: boolean;
}

const DISTRIBUTIONS = { linear: 1, log: 3, symlog: 4 } as const;

/** Lines of the grid are the axis's own: how many were found for its range must not change while it is drawn. */
const lineCount = (height: number) =>
  Math.max(FEWEST_LINES, Math.min(MOST_LINES, Math.round(height / Y_LINE)));

function pathsOf({ draw, interpolation, ...style }: ChartSeries['style']) {
  const { linear, spline, stepped, bars } = UPlot.paths;
  if (draw === 'points') return () => null;
  if (draw === 'bars') {
    return bars?.({
      size: [style.barWidth, style.barMost],
      align: style.barAlign,
    });
  }
  switch (interpolation) {
    case 'smooth':
      return spline?.();
    case 'stepBefore':
      return stepped?.({ align: -1 });
    case 'stepAfter':
      return stepped?.({ align: 1 });
    default:
      return linear?.();
  }
}

/** Grafana's thinnest line is hard to see on paper-coloured ground. */
const lineWidth = (width: number) => (width === 1 ? 1.5 : width);

function seriesOptions(
  context: PlotContext,
  one: ChartSeries,
  at: number,
): UPlot.Series {
  const { style } = one;
  const { look } = context.theme;
  const now = () => context.chart().series[at] ?? one;
  const isBars = style.draw === 'bars';
  return {
    show: !one.hidden,
    scale: `y${one.axis}`,
    label: one.id,
    spanGaps: style.spanNulls === true,
    width: isBars ? style.lineWidth : lineWidth(style.lineWidth),
    dash: style.dash,
    cap: style.dash?.[0] === 0 ? 'round' : 'butt',
    stroke: plot => strokeOf(plot, now(), look),
    fill: plot => fillOf(plot, now(), look) ?? 'transparent',
    paths: pathsOf(style),
    points: {
      ...(style.points !== 'auto' && { show: style.points === 'always' }),
      ...(isBars && { show: false }),
      size: style.pointSize,
      space: POINT_ROOM,
      width: 0,
      fill: () => now().color,
      stroke: () => now().color,
      filter: (_, __, show) =>
        show || isBars || style.spanNulls === true
          ? null
          : lonePoints(now().drawn),
    },
  };
}

function scaleOptions(context: PlotContext, at: number): UPlot.Scale {
  const { distribution } = context.chart().axes[at];
  return {
    distr: DISTRIBUTIONS[distribution.kind],
    log: distribution.base,
    asinh: distribution.linear,
    range: (plot, low, high) => {
      const { bounds, distribution: now } = context.chart().axes[at];
      const data: [number, number] | undefined =
        Number.isFinite(low) && Number.isFinite(high) && low !== null
          ? [low, high]
          : undefined;
      return valueRange(data, bounds, now, lineCount(plot.height));
    },
  };
}

function valueAxis(context: PlotContext, at: number): UPlot.Axis {
  const { theme } = context;
  const now = (): AxisGroup => context.chart().axes[at];
  const { side, label, grid, border, width, color } = now();
  const shown = side !== 'hidden';
  const text = (_: UPlot, splits: number[]) => {
    const { config, distribution } = now();
    // Where steps grow, each number has the decimals that it needs.
    const even = distribution.kind === 'linear' && splits.length > 1;
    const step = even ? Math.abs(splits[1] - splits[0]) : 0;
    const write = theme.look.ticks({
      type: 'number',
      // Words of a mapping stand for values, not for places on an axis.
      config: { ...config, mappings: undefined, decimals: undefined },
    });
    return splits.map(value => write(value, step));
  };
  return {
    scale: `y${at}`,
    side: side === 'right' ? 1 : 3,
    show: true,
    stroke: color ?? theme.ink3,
    font: theme.font,
    gap: shown ? 8 : 0,
    size: (_, values) => {
      if (!shown) return 0;
      const widest = Math.max(0, ...(values ?? []).map(one => textWidth(one)));
      return Math.max(width ?? 0, widest + 10);
    },
    splits: (plot, _, low, high) => {
      const { distribution, bounds } = now();
      const lines = lineCount(plot.height);
      return valueTicks([low, high], distribution, lines, bounds.binary);
    },
    filter: (_, splits) => splits,
    values: shown ? text : (_, splits) => splits.map(() => null),
    ticks: { show: false },
    grid: { show: grid, stroke: theme.rule, width: 1 },
    border: { show: border, stroke: color ?? theme.rule, width: 1 },
    ...(shown && label
      ? {
          label,
          labelFont: theme.font,
          labelSize: TITLE,
          labelGap: 0,
        }
      : {}),
  };
}

function xAxis(context: PlotContext): UPlot.Axis {
  const { theme, chart } = context;
  const { isTime, xField } = chart();
  const most = (plot: UPlot) =>
    Math.max(2, Math.floor(plot.bbox.width / UPlot.pxRatio / X_LABEL));
  const ticks = (plot: UPlot, low: number, high: number) =>
    isTime
      ? timeTicks(low, high, most(plot))
      : valueTicks([low, high], undefined, most(plot) + 1).map(
          (time, _, all) => ({
            time,
            text: xField
              ? theme.look.ticks(xField)(time, all[1] - all[0] || 0)
              : String(time),
          }),
        );
  return {
    scale: 'x',
    side: 2,
    stroke: theme.ink3,
    font: theme.font,
    size: X_AXIS,
    gap: 6,
    splits: (plot, _, low, high) =>
      ticks(plot, low, high).map(({ time }) => time),
    filter: (_, splits) => splits,
    values: plot => {
      const { min = 0, max = 0 } = plot.scales.x;
      return ticks(plot, min, max).map(({ text }) => text);
    },
    ticks: { show: false },
    grid: { show: false },
  };
}

/** What uPlot is told of a chart. Ask for it anew when {@link structureOf} changes, not with each new data. */
export function plotOptions(
  context: PlotContext,
  hooks: UPlot.Hooks.Arrays,
): PlotOptions {
  const { series, axes } = context.chart();
  const { theme } = context;
  return {
    ms: 1,
    // Half of the last label of the x axis stands beyond its place.
    padding: [8, 20, 0, axes.some(({ side }) => side === 'left') ? 0 : 20],
    legend: { show: false },
    scales: {
      x: {
        time: false,
        range: (_, low, high) => {
          const [from, to] = context.range() ?? [low, high];
          return [from, to > from ? to : from + 1];
        },
      },
      ...Object.fromEntries(
        axes.map((_, at) => [`y${at}`, scaleOptions(context, at)]),
      ),
    },
    axes: [xAxis(context), ...axes.map((_, at) => valueAxis(context, at))],
    series: [{}, ...series.map((one, at) => seriesOptions(context, one, at))],
    bands: series.flatMap((one, at) =>
      one.fillTo === undefined || one.hidden
        ? []
        : [{ series: [at + 1, one.fillTo + 1] as [number, number] }],
    ),
    cursor: {
      y: false,
      drag: { x: context.zoomable, y: false, setScale: false, dist: 4 },
      bind: { dblclick: () => null },
      points: {
        size: 8,
        width: 2,
        stroke: () => theme.bg,
        fill: (_, at) => context.chart().series[at - 1]?.color ?? theme.ink3,
      },
    },
    hooks: {
      ...hooks,
      drawClear: [plot => drawBands(plot, context.chart(), theme)],
      draw: [
        plot => {
          drawLines(plot, context.chart(), theme, UPlot.pxRatio);
          drawValues(plot, context.chart(), theme, UPlot.pxRatio);
        },
      ],
    },
  };
}

/** All that a new drawing is needed for when it changes; data and sizes are none of it. */
export function structureOf({ series, axes, isTime }: ChartData): string {
  return JSON.stringify([
    isTime,
    axes.map(({ side, label, distribution, grid, border, width, color }) => [
      ...[side, label, distribution, grid, border, width, color],
    ]),
    series.map(({ id, style, axis, fillTo, hidden }) => [
      ...[id, style, axis, fillTo, hidden],
    ]),
  ]);
}
