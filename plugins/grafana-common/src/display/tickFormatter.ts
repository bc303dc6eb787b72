import { createDisplay, type DisplayOptions } from './createDisplay';
import type { DisplayField } from './DisplayField';
import { formatted } from './DisplayValue';

const DIGITS = 6;

/** Decimals that a step between ticks needs, e.g. 2 for 0.25. */
function decimalsOf(step: number): number {
  const rounded = Number(step.toFixed(DIGITS));
  return (`${rounded}`.split('.')[1] ?? '').length;
}

/** Texts of an axis: as many decimals as the step between its ticks needs, where the field has none of its own. */
export function tickFormatter(
  field: DisplayField,
  options?: DisplayOptions,
): (value: number, step: number) => string {
  const display = createDisplay(field, options);
  return (value, step) =>
    formatted(display(value, decimalsOf(step) || undefined));
}
