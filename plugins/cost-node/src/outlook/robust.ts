/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Spread that single outliers don't move: the median absolute deviation, scaled to the standard deviation of a normal
 * distribution (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.6).
 */
export function spread(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map(value => Math.abs(value - middle)));
}

/** Slope per step that single outliers don't move: the median of the slopes of all pairs (Theil and Sen). */
export function slope(values: readonly number[]): number {
  const slopes: number[] = [];
  for (let left = 0; left < values.length; left++) {
    for (let right = left + 1; right < values.length; right++) {
      slopes.push((values[right] - values[left]) / (right - left));
    }
  }
  return median(slopes);
}
