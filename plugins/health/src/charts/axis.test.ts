import { latencyChart } from '../__testUtils__/orders';
import { axisScale } from './axis';

const chart = (unit: typeof latencyChart.unit, values: (number | null)[]) => ({
  ...latencyChart,
  unit,
  limit: undefined,
  series: [{ name: 'a', values }],
});

describe('axisScale', () => {
  it.each([
    ['seconds', [0.22, null, 0.51], { factor: 1000, unit: 'ms', top: 1000 }],
    ['seconds', [1.9], { factor: 1, unit: 's', top: 2 }],
    ['ratio', [0.0008], { factor: 100, unit: '%', top: 0.1 }],
    ['ratio', [0.61, 1], { factor: 100, unit: '%', top: 100 }],
    ['ratio', [-0.2], { factor: 100, unit: '%', top: 1, bottom: -20 }],
    ['perSecond', [0, 0], { unit: 'req/s', top: 1, bottom: 0 }],
    ['bytes', [300 * 1024 ** 2], { unit: 'MiB', top: 500 }],
    ['count', [48], { unit: '', top: 50 }],
    ['multiple', [null], { unit: '×', top: 1 }],
  ] as const)('holds %s of %j', (unit, values, expected) => {
    expect(axisScale(chart(unit, [...values]))).toMatchObject(expected);
  });

  it('has room for the limit', () => {
    expect(
      axisScale({
        ...chart('seconds', [0.1]),
        limit: { value: 0.3, title: 'objective 300 ms' },
      }).top,
    ).toBe(500);
  });
});
