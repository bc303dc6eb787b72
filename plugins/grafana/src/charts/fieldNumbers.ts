import type { PanelField } from '@portico/plugin-grafana-common';

/** A number; null where something was measured that is none; undefined where nothing was measured. */
export type Measured = number | null | undefined;

/** The values of a field as numbers: truth as 1 and 0, times as milliseconds. */
export function fieldNumbers(field: PanelField): Measured[] {
  const numbers = field.values.map((value): Measured => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    return typeof value === 'number' ? value : null;
  });
  for (const index of field.special?.absent ?? []) numbers[index] = undefined;
  return numbers;
}

/** Least and most of what is known; undefined where nothing is. */
export function extent(
  values: Iterable<Measured>,
): [least: number, most: number] | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (typeof value === 'number') {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? [least, most] : undefined;
}

/** The last number, and where it is. */
export function lastKnown(
  values: readonly Measured[],
): { index: number; value: number } | undefined {
  for (let index = values.length - 1; index >= 0; index -= 1) {
    const value = values[index];
    if (typeof value === 'number') return { index, value };
  }
  return undefined;
}
