import {
  formatAmount,
  formatChange,
  formatMoney,
  formatShare,
  formatWhole,
} from './money';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('money as people read it', () => {
  it.each([
    ['18412.674', '18,412.67'],
    ['1000000', '1,000,000.00'],
    ['-0.8', '−0.80'],
    ['0', '0.00'],
    ['-0.000000028', '0.00'],
    ['0.005', '0.00'],
    ['0.015', '0.02'],
  ])('writes %s as %s', (amount, words) => {
    expect(formatAmount(amount)).toBe(words);
  });

  it('has a sign for differences, cents for bills, whole units for forecasts', () => {
    expect(formatAmount('38.2', { signed: true })).toBe('+38.20');
    expect(formatAmount('0', { signed: true })).toBe('0.00');
    expect(plain(formatMoney('268.4', 'USD'))).toBe('268.40 USD');
    expect(formatWhole('28949.6')).toBe('28,950');
  });

  it('writes changes and parts with a space before the sign', () => {
    expect(
      [0.0684, -0.021, 0, 1.064, 24.5].map(formatChange).map(plain),
    ).toEqual(['+6.8 %', '−2.1 %', '0.0 %', '+106.4 %', '+2,450 %']);
    expect([0.61, 0.098, 0.0025, 0, 1].map(formatShare).map(plain)).toEqual([
      '61 %',
      '9.8 %',
      '0.25 %',
      '0 %',
      '100 %',
    ]);
  });
});
