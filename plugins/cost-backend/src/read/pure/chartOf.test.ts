import { parseMoney } from '@portico/plugin-cost-common';
import type { MonthFrame } from '../time/MonthFrame';
import { cents, roundTo, sum, type Daily } from './amounts';
import { chartOf, UNATTRIBUTED } from './chartOf';

const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'];
const frame = {
  days,
  knows: (day: string) => day !== '2026-11-03',
} as MonthFrame;

const part = (id: string, amount: string) => ({
  id,
  title: id,
  daily: new Map(
    days
      .filter(frame.knows)
      .map(day => [day, parseMoney(amount)] as [string, bigint]),
  ) as Daily,
});

const monthOf = (amounts: (string | null)[]) =>
  cents(sum(amounts.flatMap(it => (it === null ? [] : [parseMoney(it)]))));

describe('the days of a chart', () => {
  it('add up to what stands for each part in tables, to the cent', () => {
    const parts = [
      part('data', '1.004999999'),
      part('commerce', '0.333333333'),
      part(UNATTRIBUTED, '2.004'),
    ];
    const { series } = chartOf(frame, parts);
    const shown = roundTo(
      ['3.014999997', '0.999999999', '6.012'].map(parseMoney),
    ).map(cents);
    expect(series.map(({ amounts }) => monthOf(amounts))).toEqual(shown);
    expect(monthOf(shown)).toBe('10.03');
    expect(series[1].amounts).toEqual(['0.33', '0.34', null, '0.33']);
  });

  it('put the smallest together, and never what is nobody’s', () => {
    const many = Array.from({ length: 9 }, (_, at) => part(`t${at}`, `${at}`));
    const { series } = chartOf(frame, [part(UNATTRIBUTED, '0.01'), ...many]);
    expect(series.map(({ title }) => title)).toEqual([
      ...['t8', 't7', 't6', 't5', 't4', 't3', 't2'],
      '2 more',
      UNATTRIBUTED,
    ]);
    expect(series[7].amounts).toEqual(['1.00', '1.00', null, '1.00']);
  });
});
