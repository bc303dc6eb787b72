import {
  field,
  panelData,
  panelView,
  timeField,
} from '../../__testUtils__/panels';
import { arrange } from './arrange';
import { fitValues, valueWidth } from './fitText';
import { linePath } from './linePath';
import { shownValues } from './shownValues';
import { valuesInWords } from './summarizeValues';

const ms = { unit: 'ms' };
const p95 = field('p95', [300, null, 480], ms, {
  calcs: { lastNotNull: 480, mean: 390, diffperc: 60 },
});
const version = field('version', ['v1.41', 'v1.42'], {}, { type: 'string' });
const words = (options: object, ...fields: Parameters<typeof panelData>) =>
  valuesInWords(
    shownValues(
      panelView('stat', { reduceOptions: { ...options } }),
      panelData(...fields),
    ),
  );

// https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/stat/#value-options
test('shows what the reductions say of the numbers', () => {
  expect(words({ calcs: ['lastNotNull'] }, timeField(3), p95, version)).toBe(
    '480 ms.',
  );
  expect(words({ calcs: ['lastNotNull', 'mean'] }, p95)).toBe(
    'p95, Last * 480 ms, p95, Mean 390 ms.',
  );
});

test('shows texts where the fields are named', () => {
  expect(words({ fields: '/^version$/' }, p95, version)).toBe('v1.42.');
  expect(words({ fields: 'version' }, p95, version)).toBe('v1.42.');
});

test('shows each row by its name, up to the limit', () => {
  const team = field(
    'team',
    ['commerce', 'data', 'growth'],
    {},
    { type: 'string' },
  );
  const cost = field('cost', [412, 54, 77], { unit: 'currencyUSD' });
  expect(words({ values: true, limit: 2 }, team, cost)).toBe(
    'commerce $412, data $54.',
  );
  expect(words({ values: true, limit: 2 }, team, cost, p95)).toBe(
    'commerce cost $412, data cost $54.',
  );
});

test('shows rows that come as frames of their own, and what is no number', () => {
  const row = (name: string, value: number | string) =>
    panelData(field(name, [value], {}, { calcs: { lastNotNull: value } }))
      .frames[0];
  const data = {
    ...panelData(),
    frames: [row('commerce', 412), row('data', 'NaN')],
  };
  const panel = panelView('stat', { reduceOptions: { values: true } });
  expect(valuesInWords(shownValues(panel, data))).toBe(
    'commerce 412, data NaN.',
  );
});

test('says that there is no value', () => {
  const none = field(
    'p95',
    [],
    { noValue: 'none, no requests' },
    { calcs: { lastNotNull: null } },
  );
  expect(words({}, none)).toBe('none, no requests.');
  expect(words({}, version)).toBe('No values.');
});

test('counts what it leaves out of the sentence', () => {
  const many = Array.from({ length: 10 }, (_, at) => field(`s${at}`, [at]));
  expect(words({}, ...many)).toMatch(/s7 7, and 2 more\.$/);
});

test('keeps gaps in the line behind, and goes on over what was not measured', () => {
  const line = { xs: [0, 1, 2, 3, 4], ys: [0, 10, null, 5, undefined] };
  const { line: path, end } = linePath(
    line,
    { width: 40, height: 10 },
    { min: 0, max: 10 },
  );
  expect(path).toBe('M0 10L10 0M30 5');
  expect(end).toEqual({ x: 30, y: 5 });
  const over = { xs: [0, 1, 2], ys: [0, undefined, 10] };
  expect(
    linePath(over, { width: 20, height: 10 }, { min: 0, max: 10 }).line,
  ).toBe('M0 10L20 0');
});

test('gives values the biggest type that fits', () => {
  const value = { text: '480', suffix: ' ms' };
  for (const width of [60, 120, 240, 900]) {
    const size = fitValues([value], { width, height: 60 }, 56);
    expect(valueWidth(value) * size).toBeLessThanOrEqual(width);
    expect(size).toBeLessThanOrEqual(52);
  }
});

test('arranges cells by the shape of the panel', () => {
  const of = (
    width: number,
    height: number,
    orientation: 'auto' | 'horizontal' | 'vertical',
  ) =>
    arrange(
      4,
      { width, height },
      { orientation, aspect: 1.6, least: { width: 90, height: 40 } },
    );
  expect(of(800, 100, 'auto').columns).toBe(4);
  expect(of(200, 600, 'auto').columns).toBe(1);
  expect(of(600, 400, 'auto')).toMatchObject({ columns: 2, rows: 2 });
  expect(of(800, 100, 'horizontal')).toMatchObject({ columns: 1, height: 40 });
  expect(of(200, 100, 'vertical').columns).toBe(2);
});
