import type { Window } from '../Windows';
import { KahanSum } from './kahan';

/**
 * The line that fits a window best (least squares): its slope per second, and its value at a moment.
 *
 * @param interceptAt milliseconds since 1970
 */
export function regression(
  { samples, from, to }: Window,
  interceptAt: number,
): { slope: number; intercept: number } {
  const first = samples[from].value;
  const sums = Array.from({ length: 4 }, () => new KahanSum());
  let constant = true;
  for (let i = from; i < to; i += 1) {
    const { at, value } = samples[i];
    if (value !== first) constant = false;
    const x = (at - interceptAt) / 1000;
    [x, value, x * value, x * x].forEach((term, k) => sums[k].add(term));
  }
  if (constant) {
    return Number.isFinite(first)
      ? { slope: 0, intercept: first }
      : { slope: NaN, intercept: NaN };
  }
  const [sumX, sumY, sumXY, sumXX] = sums.map(({ total }) => total);
  const count = to - from;
  const slope =
    (sumXY - (sumX * sumY) / count) / (sumXX - (sumX * sumX) / count);
  return { slope, intercept: sumY / count - (slope * sumX) / count };
}
