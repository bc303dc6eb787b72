import {
  type ColorTheme,
  colorScale,
  type DisplayField,
  type FieldRange,
  schemeStops,
} from '@portico/plugin-grafana-common';

/** Part of a scale with the colour of the values in it; ends run from 0 to 1. */
export interface Band {
  from: number;
  to: number;
  color: string;
  /** Where it begins, as a value; absent for the lowest. */
  value?: number;
}

/** Steps that a continuous scheme is drawn in. */
const SAMPLES = 32;

/** A place between the ends of a scale, 0 to 1. */
export function placeOf(value: number, { min, max }: FieldRange): number {
  const place = (value - min) / (max - min || 1);
  return Math.min(1, Math.max(0, Number.isNaN(place) ? 0 : place));
}

/** The colours along a scale: those of its thresholds, or of a continuous scheme. */
export function thresholdBands(
  field: DisplayField,
  range: FieldRange,
  theme: ColorTheme,
): Band[] {
  const { config } = field;
  const span = range.max - range.min;
  if (schemeStops(config.color?.mode, theme)) {
    const scale = colorScale({ ...field, range }, theme);
    return Array.from({ length: SAMPLES }, (_, index) => ({
      from: index / SAMPLES,
      to: (index + 1) / SAMPLES,
      color: scale(range.min + (span * (index + 0.5)) / SAMPLES).color,
    }));
  }
  const { steps = [], mode } = config.thresholds ?? {};
  const ends = steps.map(({ value }) => {
    if (value === null) {
      return undefined;
    }
    return mode === 'percentage' ? range.min + (value / 100) * span : value;
  });
  const places = ends.map(end => (end === undefined ? 0 : placeOf(end, range)));
  return steps
    .map(({ color }, index) => ({
      from: index === 0 ? 0 : places[index],
      to: places[index + 1] ?? 1,
      color: theme.colorOf(color),
      value: ends[index],
    }))
    .filter(({ from, to }) => to > from);
}
