import type { JsonObject } from '../../datasources';
import { ofName, reduce } from '../build/looks';
import { panel, type Panel } from '../build/panel';
import { csv } from '../build/targets';
import { colourPanels, overridePanels } from './colours';
import { tableCsv } from './values';

/** Units by the name of a field that has it, and its value. */
const UNITS: Record<string, [unit: string, value: number]> = {
  short: ['short', 1_234_567],
  none: ['none', 1234.5678],
  locale: ['locale', 1_234_567.8],
  percent: ['percent', 12.34],
  ratio: ['percentunit', 0.1234],
  bytes: ['bytes', 1_572_864],
  'decimal bytes': ['decbytes', 1_500_000],
  'bits a second': ['bps', 2_500_000],
  'bytes a second': ['Bps', 2_621_440],
  seconds: ['s', 4000],
  milliseconds: ['ms', 1250],
  microseconds: ['µs', 1250],
  nanoseconds: ['ns', 1250],
  minutes: ['m', 90],
  days: ['d', 40],
  clock: ['dthms', 93_784],
  'requests a second': ['reqps', 1234],
  'operations a second': ['ops', 12],
  'counts a minute': ['cpm', 90],
  hertz: ['hertz', 2_400_000_000],
  celsius: ['celsius', 21.5],
  euros: ['currencyEUR', 1234.5],
  dollars: ['currencyUSD', 2_500_000],
  scientific: ['sci', 0.000123],
  hexadecimal: ['hex', 255],
  boolean: ['bool', 1],
  'yes or no': ['bool_yes_no', 0],
  moment: ['dateTimeAsIso', 1_795_170_600_000],
  'with a suffix': ['suffix:items', 12],
  'with a prefix': ['prefix:v', 3],
  'with SI prefixes': ['si:W', 1_234_567],
  counted: ['count:orders', 12_345],
  'of time': ['time:YYYY-MM-DD HH:mm', 1_795_170_600_000],
};

/** What is said of fields: units, decimals, mappings, thresholds, colours, overrides. */
export function fieldPanels(): Panel[] {
  return [
    units(),
    ...decimals(),
    ...mappings(),
    ...colourPanels(),
    ...overridePanels(),
  ];
}

const shown = (values: JsonObject = {}) => ({
  ...reduce(),
  colorMode: 'value',
  graphMode: 'none',
  textMode: 'value_and_name',
  ...values,
});

function units(): Panel {
  const names = Object.keys(UNITS);
  return panel('stat', 'Units', {
    w: 24,
    h: 12,
    targets: [
      csv(
        tableCsv(
          Object.fromEntries(names.map(name => [name, [UNITS[name][1]]])),
        ),
      ),
    ],
    options: shown(),
    overrides: names.map(name => ofName(name, { unit: UNITS[name][0] })),
  });
}

function decimals(): Panel[] {
  const values = csv(
    'automatic,none,two,five\n3.14159,3.14159,3.14159,3.14159',
  );
  return [
    panel('stat', 'Decimals', {
      w: 12,
      h: 5,
      targets: [values],
      options: shown(),
      overrides: [
        ofName('none', { decimals: 0 }),
        ofName('two', { decimals: 2 }),
        ofName('five', { decimals: 5 }),
      ],
    }),
    panel('stat', 'Smallest and largest, and a text for none', {
      w: 12,
      h: 5,
      targets: [csv('known,unknown\n7,')],
      defaults: { min: 0, max: 10, noValue: 'not measured' },
      options: shown(),
    }),
  ];
}

/** https://grafana.com/docs/grafana/latest/panels-visualizations/configure-value-mappings/ */
const MAPPINGS: JsonObject[] = [
  {
    type: 'value',
    options: {
      '0': { text: 'Off', color: 'red', index: 0 },
      '1': { text: 'On', color: 'green', index: 1 },
    },
  },
  {
    type: 'range',
    options: {
      from: 10,
      to: 19.99,
      result: { text: 'Teens', color: 'orange', index: 2 },
    },
  },
  {
    type: 'range',
    options: {
      from: 100,
      to: null,
      result: { text: 'Very many', color: 'purple', index: 3 },
    },
  },
  {
    type: 'regex',
    options: {
      pattern: '/^v(\\d+)\\..*$/',
      result: { text: 'Version $1', color: 'blue', index: 4 },
    },
  },
  {
    type: 'special',
    options: {
      match: 'null+nan',
      result: { text: 'Nothing', color: 'text', index: 5 },
    },
  },
  {
    type: 'special',
    options: { match: 'true', result: { text: 'Yes', index: 6 } },
  },
  {
    type: 'special',
    options: { match: 'empty', result: { text: 'Empty', index: 7 } },
  },
];

function mappings(): Panel[] {
  const values = tableCsv({
    what: ['off', 'on', 'in range', 'above', 'none', 'between'],
    value: [0, 1, 15, 250, null, 5],
  });
  return [
    panel('table', 'Value mappings', {
      w: 8,
      targets: [csv(values)],
      defaults: { mappings: MAPPINGS },
      custom: { cellOptions: { type: 'color-text' } },
    }),
    panel('table', 'Mappings of text', {
      w: 8,
      targets: [csv('version,ready\nv1.2.3,true\nlatest,false\n,')],
      defaults: { mappings: MAPPINGS },
    }),
    panel('stat', 'Mapping of a number', {
      w: 8,
      targets: [csv('state\n1')],
      defaults: { mappings: MAPPINGS },
      options: shown({ colorMode: 'background' }),
    }),
  ];
}
