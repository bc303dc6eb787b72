/** @jest-environment node */
import {
  createTheme,
  dateTimeForTimeZone,
  type Field,
  FieldColorModeId,
  type FieldConfig as GrafanaConfig,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  getFieldSeriesColor,
  getValueFormat,
  getValueFormats,
} from '@grafana/data';
import type { FieldConfig } from '../wire';
import { createDisplay } from './createDisplay';
import { formatted } from './DisplayValue';
import { fieldSeriesColor } from './fieldColor';
import { grafanaTheme } from './hues';
import { parseColor } from './rgb';
import { valueFormat } from './valueFormat';

const NUMBERS = [
  ...[0, 1, -1, 0.000123, 0.05, 0.5, 3.14159, 42, 99.95, 100, -456.789],
  ...[999.9, 1000, 1024, 1500, 86399, 604800, 1234567.891, 3.2e7],
  ...[-98765432.1, 1.7e9, 5.5e12, 1.6e15, 2e21, 1e-9],
];
const DECIMALS = [undefined, 0, 1, 2, 5];
const MOMENTS = [0, 1763733600000, 1763733600123, -86400000, 1e10];
const ids = getValueFormats().flatMap(({ submenu }) =>
  submenu.map(({ value }) => `${value}`),
);
const CUSTOM = [
  ...['prefix:about ', 'suffix:bananas', 'si:mF', 'si:Bx', 'si:', 'count:cars'],
  ...['currency:CAD', 'currency:financial:€', 'currency:financial:€:suffix'],
  ...['currency:financial:', 'bool:open/closed', 'bool:on', 'bananas', ''],
  ...['farenheit', 'currency:financial', 'odd:thing'],
];
const isDate = (id: string) => id.startsWith('dateTime');

describe('units', () => {
  test.each([...ids.filter(id => !isDate(id)), ...CUSTOM])('%s', id => {
    const theirs = getValueFormat(id);
    const ours = valueFormat(id || 'none');
    for (const decimals of DECIMALS) {
      for (const value of NUMBERS) {
        const text = [
          value,
          decimals,
          formattedValueToString(theirs(value, decimals)),
        ];
        expect([value, decimals, formatted(ours(value, decimals))]).toEqual(
          text,
        );
      }
    }
  });
});

const PATTERNS = [
  ...['YYYY-MM-DD', 'MMM D, YYYY', 'HH:mm:ss.SSS', 'dddd [the] Do', 'LLLL'],
  ...['LT', 'h:mm a', 'DDDD DDDo', 'wo W GGGG gg', 'Qo', 'X x', 'ddd DD/MM/YY'],
  ...['kk:mm', 'E e d', '\\Y\\M Z ZZ', 'hmm Hmmss', 'SS S'],
];
describe('dates', () => {
  const units = [
    ...ids.filter(id => isDate(id) && id !== 'dateTimeFromNow'),
    ...PATTERNS.map(pattern => `time:${pattern}`),
  ];
  test.each(units)('%s', unit => {
    for (const timeZone of ['utc', 'America/New_York', 'Asia/Kolkata']) {
      const theirs = getValueFormat(unit);
      for (const at of MOMENTS) {
        expect(valueFormat(unit)(at, undefined, { timeZone }).text).toBe(
          theirs(at, undefined, undefined, timeZone).text,
        );
      }
    }
  });
  test('the name of the zone', () => {
    expect(valueFormat('time:z')(0, undefined, { timeZone: 'utc' }).text).toBe(
      'UTC',
    );
  });
  test('how long ago, in words', () => {
    const now = Date.now();
    const spans = [
      ...[1, 44, 46, 89, 91, 2600, 2800, 5500, 70000, 80000, 100000],
      ...[200000, 2.2e6, 2.3e6, 3e6, 5e6, 2.7e7, 3e7, 4e7, 6e7, 2e8],
    ];
    for (const seconds of spans.flatMap(span => [span, -span])) {
      const at = now - seconds * 1000;
      expect([
        seconds,
        valueFormat('dateTimeFromNow')(at, undefined, { now }).text,
      ]).toEqual([seconds, dateTimeForTimeZone('utc', at).from(now)]);
    }
  });
});

const theme = createTheme({ colors: { mode: 'light' } });
const ours = {
  ...grafanaTheme('light'),
  background: theme.colors.background.primary,
};

function both(type: Field['type'], config: object, values: unknown[]) {
  const state = { seriesIndex: 3, displayName: 'api' };
  const field: Field = {
    name: 'api',
    type,
    config: config as GrafanaConfig,
    values,
    state,
  };
  const mine = {
    type: type as 'number',
    config: config as FieldConfig,
    values: values as number[],
    ...state,
  };
  return {
    field,
    mine,
    theirs: getDisplayProcessor({ field, theme, timeZone: 'utc' }),
    display: createDisplay(mine, { theme: ours, timeZone: 'utc' }),
  };
}

/** Every channel within a few steps: the sampled schemes are drawn along straight lines. */
function expectColor(actual: string, expected: string | undefined) {
  const [a, b] = [parseColor(actual), parseColor(expected ?? '')];
  for (const channel of ['r', 'g', 'b'] as const) {
    expect(Math.abs(a[channel] - b[channel])).toBeLessThanOrEqual(4);
  }
}

const thresholds = (mode: string) => ({
  mode,
  steps: [
    { value: null, color: 'green' },
    { value: 50, color: '#EAB839' },
    { value: 80, color: 'semi-dark-red' },
  ],
});
const mappings = [
  {
    type: 'value',
    options: {
      1: { text: 'one', color: 'blue' },
      up: { text: 'UP', index: 1 },
    },
  },
  { type: 'range', options: { from: 5, to: 10, result: { text: 'some' } } },
  { type: 'range', options: { from: null, to: -5, result: { color: 'red' } } },
  {
    type: 'regex',
    options: { pattern: '/^svc-(.*)$/', result: { text: '$1' } },
  },
  { type: 'regex', options: { pattern: 'ab+', result: { text: 'ab' } } },
  { type: 'special', options: { match: 'null', result: { text: 'none' } } },
  { type: 'special', options: { match: 'nan', result: { text: 'no number' } } },
  { type: 'special', options: { match: 'empty', result: { text: 'empty' } } },
  { type: 'special', options: { match: 'true', result: { text: 'yes' } } },
];
const GIVEN = [
  ...[0, 1, -7, 5, 7.5, 10, 50, 79.96, 80, 123.456, 1e6, NaN, null, undefined],
  ...['', '1', 'up', 'svc-orders', 'abb', 'text', '12', true, false],
];

describe('values', () => {
  test.each([
    ['number', { unit: 'ms', thresholds: thresholds('absolute') }],
    [
      'number',
      {
        unit: 'percent',
        decimals: 1,
        min: 0,
        max: 200,
        thresholds: thresholds('percentage'),
      },
    ],
    ['number', { mappings, thresholds: thresholds('absolute') }],
    ['number', { noValue: 'nothing', unit: 'short' }],
    ['number', { unit: 'currencyEUR' }],
    ['number', { unit: 'bool_on_off' }],
    ['string', { mappings }],
    ['string', { noValue: '-' }],
    ['string', { unit: 'ms' }],
    ['boolean', {}],
    ['boolean', { mappings }],
    ['boolean', { unit: 'bool_yes_no', color: { mode: 'continuous-GrYlRd' } }],
    ['other', {}],
    ['time', {}],
    ['time', { unit: 'time:YYYY' }],
  ])('%s %j', (type, config) => {
    const { theirs, display } = both(type as FieldType, config, [1, 120]);
    const given = type === 'time' ? MOMENTS : GIVEN;
    for (const value of given) {
      for (const decimals of [undefined, 3]) {
        const expected = theirs(value, decimals);
        const actual = display(value as number, decimals);
        expect([value, formatted(actual)]).toEqual([
          value,
          formattedValueToString(expected),
        ]);
        expect(actual.numeric).toBe(expected.numeric);
        expectColor(actual.color, expected.color);
      }
    }
  });

  test.each(Object.values(FieldColorModeId))('colours of %s', mode => {
    const values = [0, 12, 37.5, 61, 100];
    const config = {
      color: { mode, fixedColor: 'semi-dark-blue' },
      thresholds: thresholds('absolute'),
    };
    for (const seriesIndex of [0, 1, 2, 7, 70]) {
      const { field, mine, theirs, display } = both(
        FieldType.number,
        config,
        values,
      );
      field.state = { ...field.state, seriesIndex };
      mine.seriesIndex = seriesIndex;
      expectColor(
        fieldSeriesColor(mine, ours),
        getFieldSeriesColor(field, theme).color,
      );
      for (const value of values) {
        expectColor(
          createDisplay(mine, { theme: ours })(value).color,
          theirs(value).color,
        );
      }
      expect(display(50).percent).toBe(theirs(50).percent);
    }
  });
});
