import { parseMoney, roundMoney } from '@portico/plugin-cost-common';
import fc from 'fast-check';
import { cents, changeOf, roundTo, shareOf, sum } from './amounts';

const CENT = 10_000_000n;
const amounts = fc.array(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), {
  minLength: 1,
  maxLength: 30,
});

describe('roundTo', () => {
  it('makes parts that add up to what is shown, none off by more than a cent from its own', () => {
    fc.assert(
      fc.property(amounts, parts => {
        const rounded = roundTo(parts);
        expect(sum(rounded)).toBe(roundMoney(sum(parts), 2));
        rounded.forEach((part, at) => {
          expect(part % CENT).toBe(0n);
          const off = part - parts[at];
          expect(off < CENT && off > -CENT).toBe(true);
        });
      }),
    );
  });

  it('adds up to a row that was itself rounded up or down', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(-1n, 0n, 1n), (parts, by) => {
        const total = roundMoney(sum(parts), 2) + by * CENT;
        expect(sum(roundTo(parts, total))).toBe(total);
      }),
    );
  });

  it.each([
    [
      ['0.333333', '0.333333', '0.333334'],
      ['0.33', '0.33', '0.34'],
    ],
    [
      ['1.005', '1.005'],
      ['1.01', '1.00'],
    ],
    [
      ['-0.004', '0.004'],
      ['0.00', '0.00'],
    ],
    [
      ['12', '-2.5'],
      ['12.00', '-2.50'],
    ],
  ])('rounds %j to %j', (parts, rounded) => {
    expect(roundTo(parts.map(parseMoney)).map(cents)).toEqual(rounded);
  });
});

describe('changeOf', () => {
  it.each([
    ['106.8', '100', 0.068],
    ['0', '5', -1],
    ['5', '0', undefined],
    ['5', '-3', undefined],
  ])('from %2$s to %1$s is %3$s', (after, before, change) => {
    expect(changeOf(parseMoney(after), parseMoney(before))).toBe(change);
  });
});

describe('shareOf', () => {
  it('is nothing of nothing', () => {
    expect(shareOf(1n, 0n)).toBe(0);
    expect(shareOf(1n, 3n)).toBe(0.333333);
  });
});
