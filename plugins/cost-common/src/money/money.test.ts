import fc from 'fast-check';
import {
  moneyToDecimal,
  moneyToFixed,
  multiplyMoney,
  parseMoney,
  roundMoney,
} from './money';

describe('money', () => {
  it.each([
    ['12.34', 12_340_000_000n],
    ['-0.0000000279', -28n],
    ['1.2E-7', 120n],
    ['1e3', 1_000_000_000_000n],
    ['.5', 500_000_000n],
    ['5.', 5_000_000_000n],
    ['+7', 7_000_000_000n],
    ['0.0000000005', 0n],
    ['0.0000000015', 2n],
    ['-0.0000000015', -2n],
    ['9007199.254740993', 9_007_199_254_740_993n],
  ])('reads %s as it is written', (text, nanos) => {
    expect(parseMoney(text)).toBe(nanos);
  });

  it.each(['', '.', '-', '1,5', '1.2.3', 'NaN', '12 USD', '0x10'])(
    'refuses %j and says what to write',
    text => {
      expect(() => parseMoney(text)).toThrow(
        `'${text}' is no amount; write e.g. 12.34.`,
      );
    },
  );

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), nanos => {
        expect(parseMoney(moneyToDecimal(nanos))).toBe(nanos);
        expect(parseMoney(moneyToFixed(nanos, 9))).toBe(nanos);
      }),
    );
  });

  it.each([
    ['0.125', 2, '0.12'],
    ['0.135', 2, '0.14'],
    ['-0.125', 2, '-0.12'],
    ['1.995', 2, '2.00'],
    ['1234.5', 0, '1234'],
    ['-0.004', 2, '0.00'],
  ])('writes %s with %i decimals as %s', (text, decimals, fixed) => {
    expect(moneyToFixed(parseMoney(text), decimals)).toBe(fixed);
  });

  it('is never more than half a unit off when it rounds', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 9 }), (nanos, at) => {
        const off = roundMoney(nanos, at) - nanos;
        const unit = 10n ** BigInt(9 - at);
        expect((off < 0n ? -off : off) * 2n <= unit).toBe(true);
      }),
    );
  });

  it('converts with a rate', () => {
    expect(multiplyMoney(parseMoney('100'), parseMoney('1.0837'))).toBe(
      parseMoney('108.37'),
    );
    expect(multiplyMoney(parseMoney('-0.01'), parseMoney('0.5'))).toBe(
      parseMoney('-0.005'),
    );
  });
});
