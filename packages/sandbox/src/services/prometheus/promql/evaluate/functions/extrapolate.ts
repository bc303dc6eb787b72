import type { CounterWindow } from '../../../series/SeriesSource';

/**
 * How much a window grew over its whole range, from samples that rarely lie on its borders.
 * https://prometheus.io/docs/prometheus/2.42/querying/functions/#increase
 *
 * @param isCounter a counter only grows: what was lost at resets is added, and it never was below zero
 */
export function extrapolate(
  window: CounterWindow,
  span: { start: number; end: number },
  isCounter: boolean,
): number | undefined {
  const { first, last, count, lost } = window;
  if (count < 2) return undefined;
  const growth = last.value - first.value + (isCounter ? lost : 0);

  let toStart = (first.at - span.start) / 1000;
  const toEnd = (span.end - last.at) / 1000;
  const sampled = (last.at - first.at) / 1000;
  const between = sampled / (count - 1);
  if (isCounter && growth > 0 && first.value >= 0) {
    toStart = Math.min(toStart, sampled * (first.value / growth));
  }
  const threshold = between * 1.1;
  const extended =
    sampled +
    (toStart < threshold ? toStart : between / 2) +
    (toEnd < threshold ? toEnd : between / 2);
  return growth * (extended / sampled);
}
