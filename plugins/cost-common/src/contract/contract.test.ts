import { parseBudget } from './budget';
import { parseCostSelector } from './selector';

describe('portico/cost-selector', () => {
  it('reads one tag', () => {
    expect(parseCostSelector('tag:service=orders')).toEqual({
      anyOf: [[{ on: 'tag', key: 'service', value: 'orders' }]],
      problems: [],
    });
  });

  it('reads alternatives, and conditions that belong together', () => {
    expect(
      parseCostSelector(
        'tag:service=orders, tag:app=orders && account = 123456789012 || resource=arn:aws:s3:::orders-*',
      ).anyOf,
    ).toEqual([
      [{ on: 'tag', key: 'service', value: 'orders' }],
      [
        { on: 'tag', key: 'app', value: 'orders' },
        { on: 'account', value: '123456789012' },
      ],
      [{ on: 'resource', value: 'arn:aws:s3:::orders-*' }],
    ]);
  });

  it.each(['orders', 'tag:service', 'tag:=x', 'team=commerce'])(
    'says of %j what to write, and keeps the rest',
    part => {
      const { anyOf, problems } = parseCostSelector(
        `region=eu-west-1, ${part}`,
      );
      expect(anyOf).toEqual([[{ on: 'region', value: 'eu-west-1' }]]);
      expect(problems).toEqual([
        `portico/cost-selector: '${part}' is no condition; write e.g. tag:service=orders or account=123456789012.`,
      ]);
    },
  );
});

describe('portico/cost-budget', () => {
  it.each([
    ['400 USD', 400_000_000_000n, 'USD'],
    ['1,250.50 EUR', 1_250_500_000_000n, 'EUR'],
    ['75CHF', 75_000_000_000n, 'CHF'],
  ])('reads %s', (text, amount, currency) => {
    expect(parseBudget(text)).toEqual({ amount, currency });
  });

  it.each(['400', 'USD 400', '400 usd', '-3 USD', '1.234 USD', '0 USD'])(
    'says of %j what to write instead',
    text => {
      expect(parseBudget(text)).toEqual({
        problem: expect.stringMatching(
          /^portico\/cost-budget: .*(write|leave)/,
        ),
      });
    },
  );
});
