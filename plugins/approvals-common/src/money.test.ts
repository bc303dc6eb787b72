import { addMoney, compareMoney, isMoney, subtractMoney } from './money';

describe('money', () => {
  it.each([
    ['301.60', '187.20', '114.40'],
    ['0.10', '0.30', '-0.20'],
    ['5', '-0.125', '5.125'],
    ['0.1', '0.1', '0.00'],
  ])('%s less %s is %s to the cent', (a, b, difference) => {
    expect(subtractMoney(a, b)).toBe(difference);
  });

  it('adds what floating point would get wrong', () => {
    expect(addMoney('0.10', '0.20', '-1.00')).toBe('-0.70');
  });

  it('compares by value, not by text', () => {
    expect(compareMoney('100', '99.99')).toBe(1);
    expect(compareMoney('100.0', '100')).toBe(0);
    expect(compareMoney('-2', '1.5')).toBe(-1);
  });

  it('knows what is no amount', () => {
    expect(['1.5', '-3', '1e3', '', '1,000', 'NaN'].filter(isMoney)).toEqual([
      '1.5',
      '-3',
    ]);
    expect(() => compareMoney('free', '1')).toThrow("Not an amount: 'free'");
  });
});
