import type { DailyChart } from '@portico/plugin-cost-common';
import { segmentsOf, stackOf, ticksOf } from './stack';
import { columnWords, summaryOf } from './stackWords';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const chart: DailyChart = {
  days: ['2026-11-01', '2026-11-02', '2026-11-03'],
  series: [
    { id: 'db', title: 'Databases', amounts: ['8.1', '8.25', null] },
    { id: 'credit', title: 'Credits', amounts: ['-1', '0', null] },
    { id: 'unattributed', title: 'unattributed', amounts: ['2', '2', null] },
  ],
  forecast: { days: ['2026-11-04'], amounts: ['10.4'] },
};

describe('the days of a chart', () => {
  it('stacks what is spent, and hangs credits below the line', () => {
    const stack = stackOf(chart);
    expect(segmentsOf(stack, 0)).toEqual([
      { id: 'db', look: 's1', from: 0, to: 8.1 },
      { id: 'credit', look: 's2', from: 0, to: -1 },
      { id: 'unattributed', look: 'hatch', from: 8.1, to: 10.1 },
    ]);
    expect(ticksOf(stack)).toEqual([-5, 0, 5, 10, 15]);
  });

  it('leaves a day without a bill blank, and marks where the forecast begins', () => {
    const stack = stackOf(chart);
    expect(segmentsOf(stack, 2)).toEqual([]);
    expect(stack.forecastFrom).toBe(3);
    expect(columnWords(stack, 2, 'USD')).toBe('3 Nov: no bill is known');
    expect(plain(columnWords(stack, 3, 'USD'))).toBe('4 Nov: forecast 10 USD');
  });

  it('puts what has no colour of its own together, to the billionth', () => {
    const series = Array.from({ length: 7 }, (_, at) => ({
      id: `c${at}`,
      title: `c${at}`,
      amounts: ['0.100000001'],
    }));
    const stack = stackOf({ days: ['2026-11-01'], series });
    expect(stack.series).toHaveLength(6);
    expect(stack.series[5]).toEqual({
      id: 'other',
      title: '2 more',
      look: 's6',
      amounts: ['0.200000002'],
    });
  });

  it('says in words what it shows', () => {
    const stack = stackOf(chart);
    expect(plain(summaryOf(stack, 'USD'))).toBe(
      '19 USD in 2 days, between 9 and 10 USD a day; most of it Databases, 16 USD.',
    );
    expect(plain(columnWords(stack, 0, 'USD'))).toBe(
      '1 Nov: Databases 8.10 USD, Credits −1.00 USD, unattributed 2.00 USD, together 9.10 USD',
    );
    expect(summaryOf(stackOf({ days: [], series: [] }), 'USD')).toBe(
      'No day of it is known.',
    );
  });
});
