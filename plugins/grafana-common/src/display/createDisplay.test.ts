import type { PanelField } from '../wire';
import { createDisplay } from './createDisplay';
import { formatted } from './DisplayValue';
import { tickFormatter } from './tickFormatter';

const show = (
  value: PanelField['values'][number],
  config: PanelField['config'],
  type: PanelField['type'] = 'number',
) => formatted(createDisplay({ type, config }, { timeZone: 'utc' })(value));

// What Grafana's pages about units, decimals, mappings and thresholds say, written down:
// https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/
test.each([
  [182.4, { unit: 'reqps' }, '182 req/s'],
  [12431, { unit: 'reqps' }, '12.4K req/s'],
  [0.48, { unit: 's' }, '480 ms'],
  [480, { unit: 'ms' }, '480 ms'],
  [1900, { unit: 'ms', decimals: 1 }, '1.9 s'],
  [17179869184, { unit: 'bytes' }, '16 GiB'],
  [14000, { unit: 'decbytes' }, '14 kB'],
  [0.9998, { unit: 'percentunit', decimals: 2 }, '99.98%'],
  [61.4, { unit: 'percent', decimals: 0 }, '61%'],
  [1234.5, { unit: 'currencyUSD' }, '$1.23K'],
  [3, { unit: 'suffix:pods' }, '3 pods'],
  [2, { unit: 'prefix:v' }, 'v2'],
  [1500, { unit: 'si:mW' }, '1.50 W'],
  [1763733600000, { unit: 'time:YYYY-MM-DD HH:mm' }, '2025-11-21 14:00'],
  [3723, { unit: 'dthms' }, '01:02:03'],
  [90061, { unit: 'dtdurations', decimals: 1 }, '1 day, 1 hour'],
  [1500, { unit: 'short' }, '1.50 K'],
  [1234.567, { unit: 'constructor' }, '1235 constructor'],
  [null, { noValue: 'none, no requests' }, 'none, no requests'],
])('shows %p with %j as %s', (value, config, text) => {
  expect(show(value, config)).toBe(text);
});

test('shows times with milliseconds where they lie within a minute', () => {
  const values = [1763733600000, 1763733600250];
  const display = createDisplay(
    { type: 'time', config: {}, values },
    { timeZone: 'utc' },
  );
  expect(display(values[1]).text).toBe('2025-11-21 14:00:00.250');
  expect(show(values[0], {}, 'time')).toBe('2025-11-21 14:00:00');
});

test('shows the texts of an enumeration', () => {
  const display = createDisplay({
    type: 'enum',
    config: {},
    enumText: ['Synced', 'OutOfSync'],
  });
  expect(display(1).text).toBe('OutOfSync');
  expect(display(null).text).toBe('');
});

test('takes a mapping with a pattern that is none for one that fits nothing', () => {
  const mappings = [
    { type: 'regex' as const, options: { pattern: '/(/', result: {} } },
  ];
  expect(show('(', { mappings }, 'string')).toBe('(');
});

test('colours by the range that fields share', () => {
  const field = {
    type: 'number' as const,
    config: {
      thresholds: {
        mode: 'percentage' as const,
        steps: [
          { value: null, color: '#00ff00' },
          { value: 50, color: '#ff0000' },
        ],
      },
    },
    values: [1, 2, 3],
    range: { min: 0, max: 100 },
  };
  expect(createDisplay(field)(3)).toMatchObject({
    percent: 0.03,
    color: '#00ff00',
  });
});

test('gives ticks as many decimals as the step between them needs', () => {
  const tick = tickFormatter({ type: 'number', config: { unit: 's' } });
  expect([0.25, 0.5, 1].map(value => tick(value, 0.25))).toEqual([
    '250 ms',
    '500 ms',
    '1 s',
  ]);
});
