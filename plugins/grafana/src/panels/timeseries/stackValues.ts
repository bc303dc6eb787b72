import type { Measured } from '../../charts/fieldNumbers';

export interface Stackable {
  values: readonly Measured[];
  mode: 'normal' | 'percent';
  group: string;
  /** Bars stand on bars, lines on lines. */
  draw: string;
}

/** One series in its stack. */
export interface Stacked {
  /** Its upper edge: sums, or parts of a whole from 0 to 1. */
  values: Measured[];
  /** Place among what was given of the series that it stands on. */
  on?: number;
}

const sign = (values: readonly Measured[]) =>
  values.some(value => typeof value === 'number' && value > 0) ||
  !values.some(value => typeof value === 'number' && value < 0)
    ? 'up'
    : 'down';

/** What is negative throughout stacks downwards, apart from the rest. */
const stackOf = ({ mode, group, draw, values }: Stackable) =>
  [mode, group, draw, sign(values)].join('\n');

/** Puts series on top of each other, in their order, each within its group. What is not known stays so and adds nothing. */
export function stackValues(all: readonly Stackable[]): Stacked[] {
  const totals = new Map<string, number[]>();
  for (const one of all) {
    const total = totals.get(`${one.mode}\n${one.group}\n${one.draw}`) ?? [];
    one.values.forEach((value, index) => {
      total[index] = (total[index] ?? 0) + Math.abs(value ?? 0);
    });
    totals.set(`${one.mode}\n${one.group}\n${one.draw}`, total);
  }
  const below = new Map<string, { sums: number[]; last: number }>();
  return all.map((one, place) => {
    const key = stackOf(one);
    const under = below.get(key);
    const sums = under?.sums ?? [];
    const total = totals.get(`${one.mode}\n${one.group}\n${one.draw}`) ?? [];
    const values = one.values.map((value, index): Measured => {
      if (typeof value !== 'number') return value;
      const part = one.mode === 'percent' ? value / (total[index] || 1) : value;
      sums[index] = (sums[index] ?? 0) + part;
      return sums[index];
    });
    below.set(key, { sums, last: place });
    return { values, on: under?.last };
  });
}
