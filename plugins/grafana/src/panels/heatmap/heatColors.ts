import { parseColor, withAlpha } from '@portico/plugin-grafana-common';
import type { Look } from '../../charts/Look';
import type { Options } from '../../charts/Options';
import { schemeStops } from './schemes';

/** The colours of a heatmap's cells. */
export interface HeatScale {
  min: number;
  max: number;
  /** CSS colour; undefined for what is hidden. */
  colorOf(value: number): string | undefined;
  /** The colours from least to most, for a key. */
  stops: string[];
}

const STEPS = 64;
const EXPONENT = 0.5;

function between(stops: string[], at: number): string {
  const place = Math.min(1, Math.max(0, at)) * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(place));
  const [a, b] = [parseColor(stops[index]), parseColor(stops[index + 1])];
  const mix = (from: number, to: number) =>
    Math.round(from + (to - from) * (place - index));
  return `rgb(${mix(a.r, b.r)}, ${mix(a.g, b.g)}, ${mix(a.b, b.b)})`;
}

function palette(color: Options, look: Look, steps: number): string[] {
  const parts = Array.from({ length: steps }, (_, at) =>
    steps > 1 ? at / (steps - 1) : 1,
  );
  if (color.text('mode') === 'opacity') {
    const fill = look.color(color.text('fill') ?? 'dark-orange');
    const exponent =
      color.text('scale') === 'linear'
        ? 1
        : color.number('exponent') ?? EXPONENT;
    return parts.map(at => withAlpha(fill, Math.max(0.04, at ** exponent)));
  }
  const { r, g, b } = parseColor(look.theme.background);
  const dark = r + g + b < 384;
  const stops = schemeStops(color.text('scheme') ?? '', dark);
  return parts.map(at => between(stops, at));
}

/** Colours for the values from the least to the most that the panel shows; what lies outside its filter has none. */
export function heatScale(
  values: Iterable<number>,
  options: Options,
  look: Look,
): HeatScale {
  const color = options.child('color');
  const filter = options.child('filterValues');
  const low = filter.number('le') ?? -Infinity;
  const high = filter.number('ge') ?? Infinity;
  const isShown = (value: number) => value > low && value < high;
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (isShown(value)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  const min = color.number('min') ?? (least <= most ? least : 0);
  const max = color.number('max') ?? (least <= most ? most : 1);
  const steps = Math.min(128, Math.max(2, color.number('steps') ?? STEPS));
  const colors = palette(color, look, steps);
  if (color.flag('reverse')) colors.reverse();
  return {
    min,
    max,
    stops: colors,
    colorOf: value => {
      if (!isShown(value)) return undefined;
      const at = max > min ? (value - min) / (max - min) : 1;
      const step = Math.floor(Math.min(1, Math.max(0, at)) * steps);
      return colors[Math.min(steps - 1, step)];
    },
  };
}
