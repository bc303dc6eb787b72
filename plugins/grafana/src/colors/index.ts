import {
  type DisplayField,
  fieldSeriesColor,
} from '@portico/plugin-grafana-common';
import { readColorTheme } from './themeColors';

export { mixed, onColor, readable } from './contrast';
export { readColorTheme, themeMode, tokenColor } from './themeColors';
export { useColorTheme } from './useColorTheme';

/** CSS colour of Grafana's name, hex or rgb in the page's theme. In components, prefer `useColorTheme().colorOf`. */
export function cssColor(name: string): string {
  return readColorTheme().colorOf(name);
}

/** CSS colour of a series, by its colour mode and place among the series. In components, prefer `fieldSeriesColor(field, useColorTheme())`. */
export function seriesColor(field: DisplayField): string {
  return fieldSeriesColor(field, readColorTheme());
}
