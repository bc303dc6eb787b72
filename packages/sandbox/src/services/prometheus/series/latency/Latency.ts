import { logNormalCdf, medianFor, SIGMA } from './logNormal';

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
}

/**
 * The latency by which a dashboard shows this p95: what `histogram_quantile` makes of these buckets, which is not
 * the true one.
 *
 * @param bounds upper bounds of the buckets, in seconds
 */
export function latencyOf(options: {
  p95Seconds: number;
  bounds: readonly number[];
  speeds: readonly Speed[];
}): Latency {
  const { p95Seconds, bounds, speeds } = options;
  return {
    quickMedian: medianFor(p95Seconds * 0.93, bounds, speeds),
    slowMedian: medianFor(p95Seconds * 1.13, bounds, speeds),
  };
}

/** Parts of the requests of one speed that take at most so long, of the quick and of the slow kind. */
export function partsWithin(
  { quickMedian, slowMedian }: Latency,
  seconds: number,
  factor: number,
): { quick: number; slow: number } {
  return {
    quick: logNormalCdf(seconds, quickMedian * factor),
    slow: logNormalCdf(seconds, slowMedian * factor),
  };
}

/** Mean durations in seconds, likewise. */
export function meansOf(
  { quickMedian, slowMedian }: Latency,
  factor: number,
): { quick: number; slow: number } {
  const meanOfOne = Math.exp(SIGMA ** 2 / 2) * factor;
  return { quick: quickMedian * meanOfOne, slow: slowMedian * meanOfOne };
}
