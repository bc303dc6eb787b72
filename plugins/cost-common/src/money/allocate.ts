import type { Nanos } from './money';

/**
 * Splits an amount in proportion to weights, so that the parts add up to it exactly: each gets its share cut to the
 * nano, and what is left over goes, a nano each, to those who lost most by it (largest remainder; the earlier one
 * where they lost alike). An amount is split evenly where all weights are zero.
 *
 * @param weights not negative; at least one
 */
export function allocate(total: Nanos, weights: readonly bigint[]): Nanos[] {
  if (weights.length === 0 || weights.some(weight => weight < 0n)) {
    throw new RangeError(
      'An amount is split over at least one weight, and none of them is negative.',
    );
  }
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n)
    return allocate(
      total,
      weights.map(() => 1n),
    );
  const size = total < 0n ? -total : total;
  const parts = weights.map(weight => (size * weight) / sum);
  const left = Number(size - parts.reduce((all, part) => all + part, 0n));
  const byLoss = weights
    .map((weight, index) => ({ index, lost: (size * weight) % sum }))
    .sort((a, b) => {
      if (a.lost === b.lost) return a.index - b.index;
      return a.lost < b.lost ? 1 : -1;
    });
  for (const { index } of byLoss.slice(0, left)) parts[index] += 1n;
  return total < 0n ? parts.map(part => -part) : parts;
}
