import type { Area, AxisTick } from '../../charts/PlotAxes';
import type { Look } from '../../charts/Look';
import { textWidth } from '../../charts/textWidth';
import { placeOf, valueTicks } from '../../charts/valueScale';
import type { BarData } from './prepareBars';

const LINE = 34;
const LABELS = 22;
const RADIAN = Math.PI / 180;

/** Labels of a value axis, from 0 at its beginning to 1 at its end. */
export function axisTicks(
  axis: BarData['axes'][number],
  look: Look,
  length: number,
): AxisTick[] {
  const { range, distribution, bounds, config } = axis;
  const lines = Math.max(2, Math.min(4, Math.round(length / LINE)));
  const values = valueTicks(range, distribution, lines, bounds.binary);
  const write = look.ticks({
    type: 'number',
    config: { ...config, mappings: undefined, decimals: undefined },
  });
  // Where steps grow, each number has the decimals that it needs.
  const even = distribution.kind === 'linear' && values.length > 1;
  const step = even ? Math.abs(values[1] - values[0]) : 0;
  return values.map(value => ({
    at: placeOf(value, range, distribution) ?? 0,
    text: write(value, step),
  }));
}

/** How names of categories stand below their bars. */
export interface CategoryLabels {
  texts: string[];
  /** Degrees; 0 lies flat. */
  rotation: number;
  /** CSS pixels. */
  height: number;
  widest: number;
}

/** Names cut to the length that the panel allows, turned as it says; they take up to a third of the height. */
export function categoryLabels(
  categories: string[],
  rotation: number,
  longest: number | undefined,
  height: number,
): CategoryLabels {
  const texts = categories.map(text =>
    longest && text.length > longest ? `${text.slice(0, longest)}…` : text,
  );
  const widest = Math.max(0, ...texts.map(text => textWidth(text)));
  const steep = Math.abs(Math.sin(rotation * RADIAN)) * widest;
  return {
    texts,
    rotation,
    widest,
    height: Math.min(LABELS + steep, height * 0.35),
  };
}

/** Widest of some labels, with their distance from the axis. */
const wide = (ticks: AxisTick[]) =>
  Math.max(0, ...ticks.map(({ text }) => textWidth(text))) + 10;

/** The room for bars beside their axes. */
export function barArea(
  { axes, categories }: BarData,
  size: { width: number; height: number },
  look: Look,
  labels: CategoryLabels | undefined,
  valueRoom: number,
): Area {
  if (!labels) {
    const names = Math.max(0, ...categories.map(text => textWidth(text)));
    const left = Math.min(names + 12, size.width * 0.35);
    return {
      left,
      top: 4,
      width: Math.max(1, size.width - left - 20 - valueRoom),
      height: Math.max(1, size.height - 4 - LABELS),
    };
  }
  const room = (side: 'left' | 'right') => {
    const axis = axes.find(one => one.side === side);
    return axis ? wide(axisTicks(axis, look, size.height)) : 6;
  };
  const [left, right] = [room('left'), room('right')];
  const top = 8 + (valueRoom > 0 ? 12 : 0);
  return {
    left,
    top,
    width: Math.max(1, size.width - left - right),
    height: Math.max(1, size.height - top - labels.height),
  };
}
