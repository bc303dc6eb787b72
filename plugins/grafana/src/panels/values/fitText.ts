import type { FormattedValue } from '@portico/plugin-grafana-common';

/** Size of a unit beside its number. */
export const UNIT_SCALE = 0.6;

const NARROW = /[.,:;'|!ijlt() -]/;
const BROAD = /[mwMW%@—]/;

/** Widths by the size of the type in the widest system font in common use; numbers are bold, units are not. */
const BOLD = { narrow: 0.42, usual: 0.74, broad: 1.06 };
const REGULAR = { narrow: 0.4, usual: 0.65, broad: 0.99 };

function widthOf(text: string, letters: typeof BOLD): number {
  let width = 0;
  for (const letter of text) {
    const broad = BROAD.test(letter) ? letters.broad : letters.usual;
    width += NARROW.test(letter) ? letters.narrow : broad;
  }
  return width;
}

/** Width of a value whose number is 1 px high. */
export function valueWidth({ prefix, text, suffix }: FormattedValue): number {
  const units = widthOf(`${prefix ?? ''}${suffix ?? ''}`, REGULAR);
  return widthOf(text, BOLD) + units * UNIT_SCALE;
}

/** The biggest type, in whole CSS pixels, in which all of these fit into a box; at least 10. */
export function fitValues(
  values: readonly FormattedValue[],
  box: { width: number; height: number },
  most: number,
): number {
  const widest = Math.max(0.1, ...values.map(valueWidth));
  const size = Math.min(box.width / widest, box.height / 1.15, most);
  return Math.max(10, Math.floor(size));
}
