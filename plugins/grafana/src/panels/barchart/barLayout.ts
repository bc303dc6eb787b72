import type { Area } from '../../charts/PlotAxes';
import { placeOf, type Distribution } from '../../charts/valueScale';
import type { BarData, BarSeries } from './prepareBars';

/** One bar, in CSS pixels of the drawing. */
export interface Bar extends Area {
  series: BarSeries;
  /** Of its category. */
  index: number;
  color: string;
}

export interface BarOptions {
  horizontal: boolean;
  /** Of the room of a category, 0 to 1. */
  groupWidth: number;
  /** Of the room of a bar within its group, 0 to 1. */
  barWidth: number;
  /** Bars of a category lie on each other. */
  stacked: boolean;
}

function placeAlong(
  value: number,
  range: [number, number],
  distribution: Distribution,
): number {
  // What has no place on a logarithmic axis lies at its bottom.
  const place = placeOf(value, range, distribution) ?? 0;
  return Math.max(0, Math.min(1, place));
}

/** Where the bars of the chart are, category by category. */
export function barLayout(
  { categories, series, axes }: BarData,
  area: Area,
  options: BarOptions,
): Bar[] {
  const { horizontal, groupWidth, barWidth, stacked } = options;
  const shown = series.filter(({ hidden }) => !hidden);
  const length = horizontal ? area.height : area.width;
  const room = length / Math.max(1, categories.length);
  const beside = stacked ? 1 : Math.max(1, shown.length);
  const group = room * (beside > 1 || stacked ? groupWidth : 1);
  const slot = group / beside;
  // Bars of one series alone would touch with their outlines.
  const air = beside === 1 && !stacked ? 2 : 0;
  const thick = Math.max(1, slot * barWidth - air);
  return shown.flatMap((one, at) => {
    const { range, distribution } = axes[one.axis];
    const place = (value: number) => placeAlong(value, range, distribution);
    return categories.flatMap((_, index): Bar[] => {
      const [from, to] = [one.from[index], one.to[index]];
      if (typeof from !== 'number' || typeof to !== 'number') return [];
      const [low, high] = [place(from), place(to)].sort((a, b) => a - b);
      const start =
        index * room +
        (room - group) / 2 +
        (stacked ? 0 : at * slot) +
        (slot - thick) / 2;
      const color = one.colors?.[index] ?? one.color;
      const box = horizontal
        ? {
            left: area.left + low * area.width,
            width: (high - low) * area.width,
            top: area.top + start,
            height: thick,
          }
        : {
            left: area.left + start,
            width: thick,
            top: area.top + (1 - high) * area.height,
            height: (high - low) * area.height,
          };
      return [{ series: one, index, color, ...box }];
    });
  });
}

/** The labels that have room: every so manieth category; more room may be asked for. */
export function labelStep(
  count: number,
  length: number,
  labelLength: number,
  least = 0,
): number {
  const room = length / Math.max(1, count);
  const needed = Math.max(labelLength, Math.abs(least));
  return Math.max(1, Math.ceil(needed / Math.max(1, room)));
}
