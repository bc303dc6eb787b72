export type { ColorTheme } from './ColorTheme';
export {
  createDisplay,
  type Display,
  type DisplayOptions,
} from './createDisplay';
export type { DisplayField } from './DisplayField';
export {
  formatted,
  type DisplayValue,
  type FormattedValue,
} from './DisplayValue';
export {
  colorScale,
  fieldSeriesColor,
  isByValue,
  schemeStops,
  type ScaledColor,
} from './fieldColor';
export { fieldRange, type FieldRange } from './fieldRange';
export { CLASSIC_PALETTE, grafanaTheme } from './hues';
export { contrastOf, parseColor, toHex, withAlpha } from './rgb';
export { activeThreshold } from './thresholds';
export { tickFormatter } from './tickFormatter';
