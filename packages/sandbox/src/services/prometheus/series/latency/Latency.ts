import { logNormalCdf, medianFor, type Shape } from './logNormal';

/** A part of a service's requests that has a speed of its own. */
export interface Speed {
  /** Part of all requests. */
  share: number;
  /** Its median by the service's. */
  factor: number;
}

/** What the durations of requests are like: a quick and a slow kind, between which a service goes to and fro. */
export interface Latency {
  quickMedian: number;
  slowMedian: number;
  spread: number;
}

/**
 * The latency by which a dashboard shows this p95: what `histogram_quantile` makes of these buckets, which is not
 * the true one.
 */
export function latencyOf(p95Seconds: number, shape: Shape): Latency {
  return {
    quickMedian: medianFor(p95Seconds * 0.93, shape),
    slowMedian: medianFor(p95Seconds * 1.13, shape),
    spread: shape.spread,
  };
}

/** Parts of the requests of one speed that take at most so long, of the quick and of the slow kind. */
export function partsWithin(
  { quickMedian, slowMedian, spread }: Latency,
  seconds: number,
  factor: number,
): { quick: number; slow: number } {
  return {
    quick: logNormalCdf(seconds, quickMedian * factor, spread),
    slow: logNormalCdf(seconds, slowMedian * factor, spread),
  };
}

/** Mean durations in seconds, likewise. */
export function meansOf(
  { quickMedian, slowMedian, spread }: Latency,
  factor: number,
): { quick: number; slow: number } {
  const meanOfOne = Math.exp(spread ** 2 / 2) * factor;
  return { quick: quickMedian * meanOfOne, slow: slowMedian * meanOfOne };
}
