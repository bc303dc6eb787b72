import { textWidth } from '../../charts/textWidth';
import { fitValues, type ShownValue } from '../values';
import type { StatOptions } from './statOptions';

/** Sizes of what stands in a cell, in CSS pixels; 0 for what is not shown. */
export interface StatLayout {
  /** Name and value beside each other. */
  wide: boolean;
  padding: number;
  name: number;
  value: number;
  change: number;
  graph: number;
}

const WIDE_ASPECT = 2.2;
const LINE_HEIGHT = 1.35;

/** Which words a cell has: in `auto`, values are named where there are several. */
export function wordsOf(
  { textMode }: StatOptions,
  count: number,
): { name: boolean; value: boolean } {
  switch (textMode) {
    case 'auto':
      return { name: count > 1, value: true };
    case 'value':
      return { name: false, value: true };
    case 'name':
      return { name: true, value: false };
    case 'none':
      return { name: false, value: false };
    default:
      return { name: true, value: true };
  }
}

const between = (low: number, value: number, high: number) =>
  Math.min(high, Math.max(low, value));

/** Shares a cell among name, value, change and line, alike for all values so that they can be compared. */
export function statLayout(
  values: readonly ShownValue[],
  options: StatOptions,
  cell: { width: number; height: number },
): StatLayout {
  const words = wordsOf(options, values.length);
  const colored = /^background/.test(options.colorMode);
  const padding = colored || values.length > 1 ? 10 : 2;
  const width = cell.width - 2 * padding;
  const height = cell.height - 2 * Math.min(padding, cell.height / 12);
  const hasLine =
    options.graphMode === 'area' && values.some(({ line }) => line);
  const wide =
    options.wideLayout &&
    words.name &&
    words.value &&
    !hasLine &&
    cell.width / cell.height > WIDE_ASPECT * 2;
  const graph = hasLine && height >= 64 ? Math.floor(height * 0.36) : 0;
  const free = height - graph;
  const change =
    options.showPercentChange && words.value && free > 44
      ? between(11, options.percentSize ?? free * 0.16, 18)
      : 0;
  const nameSize = options.titleSize ?? between(11, free * 0.2, 16);
  if (!words.value) {
    const names = values.map(({ name }) => name);
    const longest = Math.max(1, ...names.map(name => textWidth(name, 10)));
    const fit = Math.min((width / longest) * 10, free / LINE_HEIGHT, 40);
    const name = words.name ? Math.max(11, Math.floor(fit)) : 0;
    return { wide: false, padding, name, value: 0, change: 0, graph };
  }
  const name = words.name && free >= 40 ? nameSize : 0;
  const shown = words.name && (wide || name > 0) ? nameSize : 0;
  const box = wide
    ? { width: width * 0.6, height: free }
    : { width, height: free - LINE_HEIGHT * (shown + change) };
  const most = options.valueSize ?? 56;
  const value = fitValues(
    values.map(shownValue => shownValue.value),
    box,
    most,
  );
  return { wide, padding, name: shown, value, change, graph };
}
