import { parseMoney } from './money';
import { MissingRateError, Rates } from './Rates';

const rates = new Rates('USD', [
  { currency: 'EUR', from: '2026-01-01', rate: '1.10' },
  { currency: 'EUR', from: '2026-10-01', rate: '1.20' },
]);

describe('Rates', () => {
  it.each([
    ['2026-01-01', '11'],
    ['2026-09-30', '11'],
    ['2026-10-01', '12'],
    ['2027-05-01', '12'],
  ])('takes the rate that held on %s', (day, worth) => {
    expect(rates.convert(parseMoney('10'), 'EUR', day)).toBe(parseMoney(worth));
  });

  it('leaves the base currency as it is', () => {
    expect(rates.convert(7n, 'USD', '1999-01-01')).toBe(7n);
  });

  it.each([
    ['EUR', '2025-12-31'],
    ['GBP', '2026-11-01'],
  ])('has none for %s on %s, and says what to add', (currency, day) => {
    const convert = () => rates.convert(1n, currency, day);
    expect(convert).toThrow(MissingRateError);
    expect(convert).toThrow(
      `There is no rate from ${currency} to USD for ${day}. Add it to cost.rates`,
    );
  });

  it.each([
    [{ currency: 'EUR', from: '1 Jan', rate: '1' }, 'YYYY-MM-DD'],
    [{ currency: 'EUR', from: '2026-01-01', rate: '0' }, 'above zero'],
    [{ currency: 'EUR', from: '2026-01-01', rate: 'x' }, 'no amount'],
  ])('refuses %j', (rate, why) => {
    expect(() => new Rates('USD', [rate])).toThrow(why);
  });

  it('refuses two rates for one day', () => {
    const rate = { currency: 'EUR', from: '2026-01-01', rate: '1' };
    expect(() => new Rates('USD', [rate, rate])).toThrow('twice');
  });
});
