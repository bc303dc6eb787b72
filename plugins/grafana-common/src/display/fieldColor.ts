import type { ColorTheme } from './ColorTheme';
import type { DisplayField } from './DisplayField';
import { fieldRange } from './fieldRange';
import { contrastOf } from './rgb';
import {
  alongCurve,
  alongLine,
  NAMED_STOPS,
  PALETTES,
  SAMPLED_STOPS,
} from './schemes';
import { shadeOf } from './shades';
import { activeThreshold } from './thresholds';

/** Grey, where nothing gives a colour. */
const FALLBACK = '#808080';
const LEAST_CONTRAST = 3;

/** A colour, and the place between the least and the most that it stands for. */
export interface ScaledColor {
  color: string;
  percent: number;
}

/** djb2 as npm's string-hash has it, by which Grafana picks a series' colour from its name. */
function hashOf(text: string): number {
  let hash = 5381;
  for (let i = text.length - 1; i >= 0; i--) {
    // eslint-disable-next-line no-bitwise
    hash = (hash * 33) ^ text.charCodeAt(i);
  }
  // eslint-disable-next-line no-bitwise
  return hash >>> 0;
}

const seriesModes = new Set([
  ...['fixed', 'shades', 'gradient', 'palette-classic'],
  ...['palette-classic-by-name', ...Object.keys(PALETTES)],
]);

/** Whether colours of this mode depend on the value, not on the series. */
export function isByValue(mode: string | undefined): boolean {
  return !seriesModes.has(mode ?? 'thresholds');
}

function paletteColor(field: DisplayField, theme: ColorTheme): string {
  const { config, seriesIndex = 0 } = field;
  const mode = config.color?.mode ?? '';
  const visible = (color: string) =>
    contrastOf(theme.colorOf(color), theme.background) >= LEAST_CONTRAST;
  if (mode === 'palette-classic-by-name') {
    const palette = theme.palette.filter(visible);
    const name = field.displayName ?? field.name ?? '';
    return theme.colorOf(palette[hashOf(name) % palette.length]);
  }
  const own = PALETTES[mode] ?? theme.palette;
  const palette = mode === 'palette-colorblind' ? own.filter(visible) : own;
  return theme.colorOf(palette[seriesIndex % palette.length]);
}

/** The colours of a continuous scheme, least value first; absent for other modes. */
export function schemeStops(
  mode: string | undefined,
  theme: ColorTheme,
): string[] | undefined {
  const stops = NAMED_STOPS[mode ?? ''] ?? SAMPLED_STOPS[mode ?? ''];
  return stops?.map(theme.colorOf);
}

/** The colour of a value, by the field's colour mode. */
export function colorScale(
  field: DisplayField,
  theme: ColorTheme,
): (value: number) => ScaledColor {
  const { config, seriesIndex = 0 } = field;
  const mode = config.color?.mode;
  const stops = schemeStops(mode, theme);
  if (field.type === 'boolean') {
    const yes = stops?.[stops.length - 1] ?? theme.colorOf('green');
    const no = stops?.[0] ?? theme.colorOf('red');
    return value =>
      value ? { color: yes, percent: 1 } : { color: no, percent: 0 };
  }
  const { min, max } = fieldRange(field);
  const percentOf = (value: number) =>
    value === -Infinity ? 0 : (value - min) / (max - min) || 0;
  const scaled = (color: (value: number, percent: number) => string) => {
    return (value: number) => {
      const percent = percentOf(value);
      return { percent, color: color(value, percent) };
    };
  };
  if (stops) {
    const along = SAMPLED_STOPS[mode ?? ''] ? alongLine : alongCurve;
    return scaled((_, percent) => along(stops, percent));
  }
  if (isByValue(mode)) {
    return scaled((value, percent) => {
      const step = activeThreshold(config.thresholds, value, percent);
      return theme.colorOf(step?.color ?? FALLBACK);
    });
  }
  const fixed = theme.colorOf(config.color?.fixedColor ?? FALLBACK);
  if (mode === 'shades') {
    const color = shadeOf(fixed, seriesIndex);
    return scaled(() => color);
  }
  const color =
    mode === 'fixed' || mode === 'gradient'
      ? fixed
      : paletteColor(field, theme);
  return scaled(() => color);
}

function reduced(field: DisplayField): number {
  const { values = [], config } = field;
  const numbers = values.filter(value => typeof value === 'number');
  switch (config.color?.seriesBy) {
    case 'min':
      return Math.min(...numbers);
    case 'max':
      return Math.max(...numbers);
    default:
      return Number(values[values.length - 1] ?? 0);
  }
}

/** The one colour of a series: its own, or where colours follow values, that of its last, least or greatest. */
export function fieldSeriesColor(
  field: DisplayField,
  theme: ColorTheme,
): string {
  const scale = colorScale(field, theme);
  return scale(isByValue(field.config.color?.mode) ? reduced(field) : 0).color;
}
