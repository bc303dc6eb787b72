/** Index of the x nearest to a place, by halving; undefined where the place lies more than one step outside. */
export function indexAt(
  xs: readonly number[],
  x: number | undefined,
): number | undefined {
  if (x === undefined || xs.length === 0) return undefined;
  const last = xs.length - 1;
  const step = last > 0 ? (xs[last] - xs[0]) / last : 0;
  if (x < xs[0] - step || x > xs[last] + step) return undefined;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (xs[middle] <= x) low = middle;
    else high = middle;
  }
  return x - xs[low] <= xs[high] - x ? low : high;
}
