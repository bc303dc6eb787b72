import { formatMoney } from './formatMoney';
import { parseMoney } from './money';

describe('formatMoney', () => {
  it.each([
    ['28950', 2, '28,950.00\u00a0USD'],
    ['1234567.891', 0, '1,234,568\u00a0USD'],
    ['-0.8', 2, '\u22120.80\u00a0USD'],
    ['-0.004', 2, '0.00\u00a0USD'],
    ['999.999', 2, '1,000.00\u00a0USD'],
  ])('writes %s with %d decimals', (amount, decimals, text) => {
    expect(formatMoney(parseMoney(amount), 'USD', decimals)).toBe(text);
  });
});
