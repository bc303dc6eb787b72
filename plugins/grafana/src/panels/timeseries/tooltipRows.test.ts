import { field, panelData, timeField } from '../../__testUtils__/panels';
import { WORDS } from '../../charts/words';
import { prepareChart } from './prepare';
import { nearestSeries, tooltipOptions, tooltipRows } from './tooltipRows';

const chart = prepareChart(
  panelData(
    timeField(2),
    field('a', [1, 0], { unit: 'ms' }),
    field('b', [3, 3], { unit: 'ms' }),
    field('c', [2, null], { unit: 'ms' }),
    field('secret', [2, 2], {
      custom: { hideFrom: { tooltip: true, legend: false, viz: false } },
    }),
  ),
  WORDS,
);
const rows = (tooltip: Record<string, string | boolean>, at = 0) =>
  tooltipRows(chart, WORDS, at, tooltipOptions({ tooltip }), 'c').map(
    ({ name, text }) => `${name} ${text}`,
  );

describe('tooltipRows', () => {
  it.each([
    ['none', ['a 1 ms', 'b 3 ms', 'c 2 ms']],
    ['asc', ['a 1 ms', 'c 2 ms', 'b 3 ms']],
    ['desc', ['b 3 ms', 'c 2 ms', 'a 1 ms']],
  ])('orders by %s', (sort, expected) => {
    expect(rows({ mode: 'multi', sort })).toEqual(expected);
  });

  it('shows what the pointer is nearest to, or nothing', () => {
    expect(rows({ mode: 'single' })).toEqual(['c 2 ms']);
    expect(rows({ mode: 'none' })).toEqual([]);
  });

  it('leaves zeros out where asked, and says where no value is', () => {
    expect(rows({ mode: 'multi', hideZeros: true }, 1)).toEqual([
      'b 3 ms',
      'c no value',
    ]);
  });
});

describe('nearestSeries', () => {
  it('is the line that the pointer is next to', () => {
    const drawnAt = (_: unknown, value: number) => value * 10;
    expect(nearestSeries(chart, 0, 22, drawnAt)).toBe('c');
    expect(nearestSeries(chart, 1, 22, drawnAt)).toBe('b');
  });
});
