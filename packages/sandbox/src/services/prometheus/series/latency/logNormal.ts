import type { Speed } from './Latency';

/** What durations are like beside how long they take. */
export interface Shape {
  /** Upper bounds of the buckets, in seconds. */
  bounds: readonly number[];
  speeds: readonly Speed[];
  /** How far they spread: with 0.6 the 95th percentile is 2.7 times the median. */
  spread: number;
}

/** Part of the durations of this median and spread (the sigma of their logarithms) that are at most `seconds`. */
export function logNormalCdf(
  seconds: number,
  median: number,
  spread: number,
): number {
  if (seconds === Infinity) return 1;
  if (seconds <= 0) return 0;
  return normalCdf(Math.log(seconds / median) / spread);
}

/** https://personal.math.ubc.ca/~cbm/aands/page_932.htm, formula 26.2.17: right to 7.5e-8. */
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial =
    t *
    (0.31938153 +
      t *
        (-0.356563782 +
          t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z >= 0 ? 1 - upper : upper;
}

/** The median with which `histogram_quantile(0.95, …)` gives `p95`. */
export function medianFor(p95: number, shape: Shape): number {
  let low = p95 / 100;
  let high = p95 * 10;
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (estimatedP95(middle, shape) < p95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** As Prometheus estimates: straight within a bucket. */
function estimatedP95(
  median: number,
  { bounds, speeds, spread }: Shape,
): number {
  const total = speeds.reduce((sum, { share }) => sum + share, 0);
  let below = 0;
  let lower = 0;
  for (const upper of bounds) {
    const within = speeds.reduce(
      (sum, { share, factor }) =>
        sum + share * logNormalCdf(upper, median * factor, spread),
      0,
    );
    const part = within / total;
    if (part >= 0.95) {
      return lower + ((upper - lower) * (0.95 - below)) / (part - below);
    }
    below = part;
    lower = upper;
  }
  return lower;
}
