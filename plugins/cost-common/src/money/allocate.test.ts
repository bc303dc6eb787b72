import fc from 'fast-check';
import { allocate } from './allocate';

describe('allocate', () => {
  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [5n, [3n, 7n], [2n, 3n]],
    [10n, [0n, 0n], [5n, 5n]],
    [1n, [0n, 1n], [0n, 1n]],
    [0n, [2n, 3n], [0n, 0n]],
  ])('splits %s by %s into %s', (total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts);
  });

  it('loses and invents nothing, and is fair to a nano', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), {
          minLength: 1,
          maxLength: 30,
        }),
        (total, weights) => {
          const parts = allocate(total, weights);
          expect(parts.reduce((all, part) => all + part, 0n)).toBe(total);
          const sum = weights.reduce((all, weight) => all + weight, 0n);
          if (sum === 0n) return;
          parts.forEach((part, index) => {
            const off = part * sum - total * weights[index];
            expect((off < 0n ? -off : off) < sum).toBe(true);
          });
        },
      ),
    );
  });

  it('refuses to split over nothing, or by less than nothing', () => {
    expect(() => allocate(1n, [])).toThrow('at least one weight');
    expect(() => allocate(1n, [2n, -1n])).toThrow('none of them is negative');
  });
});
