import type { CostEstimate } from '../wire';
import { effectWords, estimateWords } from './estimateWords';

const estimate: CostEstimate = {
  currency: 'USD',
  monthly: '1025.66',
  asOf: '2026-11-01',
  lines: [],
  unknown: [],
};

const plain = (text?: string) => text?.replaceAll('\u00a0', ' ');

describe('estimates in words', () => {
  it('say sum, kind and age', () => {
    expect(plain(estimateWords(estimate))).toBe(
      '1,025.66 USD a month, estimated at list prices of 1 November 2026',
    );
  });

  const unknown = ["the price list has no 'gpu'"];

  it('say what is not in them', () => {
    const lines = [{ title: 'Bucket', monthly: '1025.66', note: '' }];
    expect(plain(estimateWords({ ...estimate, lines, unknown }))).toBe(
      "At least 1,025.66 USD a month, estimated at list prices of 1 November 2026; not in it: the price list has no 'gpu'",
    );
  });

  it('give no sum of nothing', () => {
    expect(estimateWords({ ...estimate, unknown })).toBe(
      "Unknown: the price list has no 'gpu'",
    );
  });

  it.each([
    ['450', 'budget 450 USD, 26 USD left'],
    ['400', 'budget 400 USD, over by 24 USD'],
    [undefined, 'no budget to compare with'],
  ])('say what they do to a budget of %s', (budget, words) => {
    const entity = { monthlyBefore: '410', monthlyAfter: '424', budget };
    expect(plain(effectWords({ ...estimate, entity }, 'orders'))).toBe(
      `orders: 410 USD a month now, 424 USD with it; ${words}`,
    );
  });

  it('say what a forecast is made from', () => {
    const through = '2026-11-19';
    const entity = { monthlyBefore: '410', monthlyAfter: '424', through };
    expect(plain(effectWords({ ...estimate, entity }, 'orders'))).toContain(
      '410 USD a month now (forecast from bills to 19 November 2026), 424 USD',
    );
  });

  it('say nothing of an entity that is not known', () => {
    expect(effectWords(estimate, 'orders')).toBeUndefined();
  });
});
