import { component } from '../__testUtils__/catalogFor';
import type { VariableModel } from '../reading/DashboardModel';
import { readVariable } from '../reading/readVariable';
import { customOptions } from './customOptions';
import { orderVariables } from './dependencies';
import { filterOptions } from './filterOptions';
import { autoInterval, intervalOptions } from './intervalOptions';
import { presetsOf } from './presets';
import { sortOptions } from './sortOptions';
import { optionsOf } from './VariableContext';

const texts = (options: readonly { text: string }[]) =>
  options.map(({ text }) => text);

it.each([
  [0, ['b10', 'B2', 'a', 'b2']],
  [1, ['B2', 'a', 'b10', 'b2']],
  [2, ['b2', 'b10', 'a', 'B2']],
  [3, ['a', 'B2', 'b2', 'b10']],
  [4, ['b10', 'b2', 'B2', 'a']],
  [5, ['a', 'b10', 'B2', 'b2']],
  [6, ['b2', 'B2', 'b10', 'a']],
  [7, ['a', 'b2', 'B2', 'b10']],
  [8, ['b10', 'B2', 'b2', 'a']],
])('sorts as %i wants it', (sort, expected) => {
  const options = optionsOf(['b10', 'B2', 'a', 'b2']);
  expect(texts(sortOptions(options, sort))).toEqual(expected);
});

describe('filterOptions', () => {
  const series = optionsOf([
    'up{job="orders",instance="a"} 1',
    'up{job="cart",instance="b"} 1',
    'down 0',
  ]);
  it.each([
    ['', series.map(({ text, value }) => [text, value])],
    [
      '/job="([^"]+)"/',
      [
        ['orders', 'orders'],
        ['cart', 'cart'],
      ],
    ],
    [
      '/job="(?<text>[^"]+)",instance="(?<value>[^"]+)"/',
      [
        ['orders', 'a'],
        ['cart', 'b'],
      ],
    ],
    ['/DOWN/i', [['down 0', 'down 0']]],
    ['down.*', [['down 0', 'down 0']]],
    ['own.*', []],
  ])('%s', (regex, expected) => {
    expect(
      filterOptions(series, regex).map(({ text, value }) => [text, value]),
    ).toEqual(expected);
  });

  it('takes all that is found in one value', () => {
    expect(texts(filterOptions(optionsOf(['a=1,a=2']), '/a=(\\d)/g'))).toEqual([
      '1',
      '2',
    ]);
  });

  it('gives up a pattern that never ends', () => {
    const long = optionsOf([`${'a'.repeat(40)}!`]);
    expect(() => filterOptions(long, '/^(a+)+$/')).toThrow('takes too long');
  });

  it('says what is wrong with one that is none', () => {
    expect(() => filterOptions(series, '/(/')).toThrow('correct it in Grafana');
  });
});

it.each([
  [
    'a, b',
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
  [
    'One : 1, Two : 2',
    [
      ['One', '1'],
      ['Two', '2'],
    ],
  ],
  [
    'a\\,b,c',
    [
      ['a,b', 'a,b'],
      ['c', 'c'],
    ],
  ],
  ['http://a:80', [['http://a:80', 'http://a:80']]],
  ['[{"text":"A","value":"1"}]', [['A', '1']]],
])('reads custom values %s', (query, expected) => {
  expect(customOptions(query).map(({ text, value }) => [text, value])).toEqual(
    expected,
  );
});

const variable = (json: object) => readVariable(json as never) as VariableModel;

it.each([
  [1, { auto_count: 30, auto_min: '10s' }, '2m'],
  [6, { auto_count: 30, auto_min: '10s' }, '10m'],
  [24, { auto_count: 200, auto_min: '1m' }, '5m'],
  [1, { auto_count: 1000, auto_min: '1m' }, '1m'],
  [24 * 7, { auto_count: 100, auto_min: '10s' }, '2h'],
])('an interval for %i hours and %j is %s', (hours, auto, expected) => {
  const interval = variable({
    name: 'i',
    type: 'interval',
    query: '1m,"5 m",1h',
    auto: true,
    ...auto,
  });
  expect(intervalOptions(interval).map(({ value }) => value)).toEqual([
    '$__auto',
    '1m',
    '5 m',
    '1h',
  ]);
  const to = new Date('2026-11-21T14:00:00Z');
  const from = new Date(to.getTime() - hours * 3_600_000);
  const raw = { from: '', to: '' };
  expect(autoInterval({ from, to, raw }, interval.auto!)).toBe(expected);
});

it('works variables out after those that they mention, and finds circles', () => {
  const variables = [
    { name: 'pod', query: 'label_values(up{job="$job"}, pod)' },
    { name: 'job', query: 'label_values(up{env="${env:regex}"}, job)' },
    { name: 'env', query: 'label_values(up, env)' },
    { name: 'a', query: '$b' },
    { name: 'b', query: '[[a]]' },
  ].map(it => variable({ ...it, type: 'query' }));
  const ordered = orderVariables(variables);
  expect(ordered.map(it => it.variable.name)).toEqual([
    'env',
    'job',
    'pod',
    'a',
    'b',
  ]);
  expect(ordered[3].cycle).toEqual(['a', 'b', 'a']);
});

it.each([
  ['service', 'orders'],
  ['App', 'orders'],
  ['job', 'orders-job'],
  ['namespace', 'shop'],
  ['region', 'eu-west'],
  ['team', 'group:default/commerce'],
  ['cluster', undefined],
  ['tenant', undefined],
  ['constructor', undefined],
])('gives %s the value %s of the entity', (name, expected) => {
  const presets = presetsOf(
    component('orders', {
      'grafana/variables': 'region=eu-west, job=orders-job',
      'portico/metrics-selector': 'job="selected",service="orders"',
      'backstage.io/kubernetes-namespace': 'shop',
    }),
    { team: '${spec.owner}', tenant: '${metadata.labels["tenant"]}' },
  );
  expect(presets(name)).toBe(expected);
});
