import type { DisplayField } from './DisplayField';

/** The least and the most that a field's colours and percentages are measured against. */
export interface FieldRange {
  min: number;
  max: number;
}

/** What the field says, else its range, else its values; 0 to 100 where there are none. */
export function fieldRange(field: DisplayField): FieldRange {
  const { type, config, range, values = [] } = field;
  if (type !== 'number') {
    return { min: 0, max: 100 };
  }
  let { min, max } = {
    min: config.min ?? range?.min,
    max: config.max ?? range?.max,
  };
  if (min === undefined || max === undefined) {
    let [least, most] = [Infinity, -Infinity];
    for (const value of values) {
      if (typeof value === 'number') {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    min ??= least > most ? 0 : least;
    max ??= least > most ? 100 : most;
  }
  return { min, max };
}
