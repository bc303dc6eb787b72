import type { FieldConfig } from '@portico/plugin-grafana-common';
import type { Bounds, Distribution } from '../../charts/valueScale';
import type { AxisStyle, SeriesStyle } from './SeriesStyle';

/** What is needed of a series to find its axis. */
export interface OnAxis {
  config: FieldConfig;
  style: SeriesStyle;
  color: string;
}

/** A value axis, with the series that share it. */
export interface AxisGroup {
  /** Name of the scale. */
  key: string;
  side: 'left' | 'right' | 'hidden';
  label?: string;
  bounds: Bounds;
  distribution: Distribution;
  /** Numbers are written as this says. */
  config: FieldConfig;
  grid: boolean;
  border: boolean;
  /** CSS pixels; absent for as much as the numbers need. */
  width?: number;
  /** Its numbers take this colour. */
  color?: string;
}

const BINARY = /^(bytes|[kmgtp]bytes|bits|bin[bB]ps|[KMGTP]iBs|[KMGTP]ibits)$/;

/** Values are parts of a whole. */
const isPercent = ({ stack }: SeriesStyle) => stack?.mode === 'percent';

/** Series share an axis where nothing about it differs, as in Grafana. */
function keyOf({ config, style }: OnAxis): string {
  const { placement, label, softMin, softMax, distribution } = style.axis;
  const { min, max, decimals } = config;
  const unit = isPercent(style) ? 'percentunit' : config.unit ?? '';
  return JSON.stringify([
    ...[unit, min, max, decimals, softMin, softMax],
    ...[placement, label, distribution, style.axis.centred],
  ]);
}

/** Bars and areas mean nothing where they don't start at zero. */
const standsOnZero = ({ draw, fillOpacity, fillBelowTo, stack }: SeriesStyle) =>
  draw === 'bars' || stack !== undefined || (fillOpacity > 0 && !fillBelowTo);

function boundsOf(all: OnAxis[]): Bounds {
  const [{ config, style }] = all;
  const { softMin, softMax, centred } = style.axis;
  return {
    min: config.min ?? (isPercent(style) ? 0 : undefined),
    max: config.max ?? (isPercent(style) ? 1 : undefined),
    softMin,
    softMax,
    centred,
    zero: config.min === undefined && all.some(one => standsOnZero(one.style)),
    binary: BINARY.test(config.unit ?? ''),
  };
}

function sideOf(axis: AxisStyle, leftTaken: boolean): AxisGroup['side'] {
  if (axis.placement !== 'auto') return axis.placement;
  return leftTaken ? 'right' : 'left';
}

/** The axes of the series, and for each series the place of its axis among them. The first automatic one stands left, the others right. */
export function axisGroups(series: readonly OnAxis[]): {
  axes: AxisGroup[];
  of: number[];
} {
  const keys = series.map(keyOf);
  const unique = [...new Set(keys)];
  let leftTaken = false;
  const axes = unique.map((key, index): AxisGroup => {
    const all = series.filter((_, at) => keys[at] === key);
    const [{ config, style, color }] = all;
    const { axis } = style;
    const side = sideOf(axis, leftTaken);
    const first = side === 'left' && !leftTaken;
    leftTaken ||= side === 'left';
    return {
      key: `y${index}`,
      side,
      label: axis.label,
      bounds: boundsOf(all),
      distribution: isPercent(style)
        ? { ...axis.distribution, kind: 'linear' }
        : axis.distribution,
      config: isPercent(style)
        ? { ...config, unit: 'percentunit', mappings: undefined }
        : config,
      // Lines of a second axis would cross those of the first at odd places.
      grid: axis.grid ?? (first || side === 'hidden' || unique.length === 1),
      border: axis.border,
      width: axis.width,
      color: axis.coloured ? color : undefined,
    };
  });
  return { axes, of: keys.map(key => unique.indexOf(key)) };
}
