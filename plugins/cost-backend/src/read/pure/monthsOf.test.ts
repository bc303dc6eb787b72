import { trendOf } from './monthsOf';

describe('a trend', () => {
  const months = [
    { month: '2026-09', amount: '0.00' },
    { month: '2026-10', amount: null },
    { month: '2026-11', amount: '20.00', forecast: '31.00' },
  ];

  it('ends with the forecast, and leaves blank what no bill is known of', () => {
    expect(trendOf(months)).toEqual(['0.00', null, '31.00']);
  });

  it('does not say that what was not asked for cost nothing', () => {
    expect(trendOf(months, '2026-10')).toEqual([null, null, '31.00']);
  });
});
