import { builtInsOf } from './builtIns';
import { formatOf } from './formats';
import { interpolate, interpolateJson } from './interpolate';
import type { ChosenValue } from './VariableValues';

const chosen = (
  values: string[],
  more: Partial<ChosenValue> = {},
): ChosenValue => ({
  type: 'query',
  multi: true,
  includeAll: false,
  all: false,
  values,
  texts: values,
  ...more,
});
const of = (servers: ChosenValue) => new Map([['servers', servers]]);

/** The table of https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/variable-syntax/ */
it.each([
  ['csv', ['test1', 'test2'], 'test1,test2'],
  ['distributed', ['test1', 'test2'], 'test1,servers=test2'],
  ['doublequote', ['test1', 'test2'], '"test1","test2"'],
  ['glob', ['test1', 'test2'], '{test1,test2}'],
  ['json', ['test1', 'test2'], '["test1","test2"]'],
  ['lucene', ['test1', 'test2'], '("test1" OR "test2")'],
  [
    'percentencode',
    ['foo()bar BAZ', 'test2'],
    '%7Bfoo%28%29bar%20BAZ%2Ctest2%7D',
  ],
  ['pipe', ['test1', 'test2'], 'test1|test2'],
  ['queryparam', ['test1', 'test2'], 'var-servers=test1&var-servers=test2'],
  [
    'customqueryparam:v-servers:x-',
    ['test1', 'test2'],
    'v-servers=x-test1&v-servers=x-test2',
  ],
  ['raw', ['test1', 'test2'], 'test1,test2'],
  ['regex', ['test1.', 'test2'], '(test1\\.|test2)'],
  ['singlequote', ['test1', 'test2'], "'test1','test2'"],
  ['sqlstring', ["test'1", 'test2'], "'test''1','test2'"],
  ['text', ['test1', 'test2'], 'test1 + test2'],
  ['join:;', ['test1', 'test2'], 'test1;test2'],
  ['html', ['<b>', 'a&b'], '&lt;b&gt;, a&amp;b'],
  ['uriencode', ['a b', 'c'], '%7Ba%20b,c%7D'],
  ['nonsense', ['test1', 'test2'], '{test1,test2}'],
])('writes several values as %s', (format, values, expected) => {
  expect(
    interpolate(`\${servers:${format}}`, { values: of(chosen(values)) }),
  ).toBe(expected);
});

it.each([
  ['$servers', 'a.b'],
  ['${servers}', 'a.b'],
  ['[[servers]]', 'a.b'],
  ['[[servers:regex]]', 'a\\.b'],
  ['${servers.text}', 'A'],
  ['x-${servers}-y', 'x-a.b-y'],
  ['${servers:json}', 'a.b'],
  ['${servers:percentencode}', 'a.b'],
  ['$server', '$server'],
  ['$__interval', '$__interval'],
])('fills %s in with a single value', (text, expected) => {
  const one = chosen(['a.b'], { multi: false, texts: ['A'] });
  expect(interpolate(text, { values: of(one) })).toBe(expected);
});

it.each([
  ['prometheus', '(a\\\\.b|c)'],
  ['grafana-amazonprometheus-datasource', '(a\\\\.b|c)'],
  ['loki', '(a\\\\.b|c)'],
  ['mysql', "'a.b','c'"],
  ['grafana-postgresql-datasource', "'a.b','c'"],
  ['elasticsearch', '("a.b" OR "c")'],
  ['influxdb', '(a\\.b|c)'],
  ['graphite', '{a.b,c}'],
])('writes several values as %s wants them', (type, expected) => {
  const values = of(chosen(['a.b', 'c']));
  expect(interpolate('$servers', { values, format: formatOf(type) })).toBe(
    expected,
  );
});

it.each([
  ['prometheus', "o'neill\\", "o\\\\'neill\\\\"],
  ['mysql', "o'neill", "o''neill"],
])('keeps one value within its quotes for %s', (type, value, expected) => {
  const values = of(chosen([value], { multi: false }));
  expect(interpolate('$servers', { values, format: formatOf(type) })).toBe(
    expected,
  );
});

describe('all values', () => {
  const all = { all: true, includeAll: true };
  it.each([
    ['${servers:csv}', {}, 'a,b'],
    ['${servers:text}', {}, 'All'],
    ['${servers:queryparam}', {}, 'var-servers=$__all'],
    ['$servers', { allValue: '.*' }, '.*'],
    ['${servers:regex}', { allValue: '.*' }, '.*'],
    ['${servers:text}', { allValue: '.*' }, 'All'],
    ['${servers:percentencode}', { allValue: '.*' }, '.%2A'],
    ['$servers', { allValue: '$region-.*' }, 'eu-.*'],
  ])('%s with %j', (text, more, expected) => {
    const values = new Map([
      ['servers', chosen(['a', 'b'], { ...all, ...more })],
      ['region', chosen(['eu'], { multi: false })],
    ]);
    expect(interpolate(text, { values })).toBe(expected);
  });
});

it.each([
  ['$__from', '1795269600000'],
  ['${__to}', '1795273200000'],
  ['${__from:date}', '2026-11-21T14:00:00.000Z'],
  ['${__from:date:iso}', '2026-11-21T14:00:00.000Z'],
  ['${__from:date:seconds}', '1795269600'],
  ['${__from:date:YYYY-MM-DD HH:mm}', '2026-11-21 14:00'],
  ['${__from:date:ddd D. MMM YY [at] h a}', 'Sat 21. Nov 26 at 2 pm'],
  ['$__range $__range_s $__range_ms', '3600s 3600 3600000'],
  ['$__interval $__interval_ms', '15s 15000'],
  ['$__rate_interval', '1m'],
  ['${__dashboard} ${__dashboard.uid}', 'Orders red'],
  ['${__org.id} ${__user.login}', '3 portico'],
  ['?${__url_time_range}', '?from=now-1h&to=now'],
  ['${__all_variables}', 'var-servers=a&var-servers=b'],
  ['$__timeFilter(time)', '$__timeFilter(time)'],
])('fills in %s', (text, expected) => {
  const values = of(chosen(['a', 'b']));
  const builtIns = builtInsOf({
    range: {
      from: new Date('2026-11-21T14:00:00Z'),
      to: new Date('2026-11-21T15:00:00Z'),
      raw: { from: 'now-1h', to: 'now' },
    },
    dashboard: { uid: 'red', title: 'Orders' },
    orgId: 3,
    intervalMs: 15_000,
    rateIntervalMs: 60_000,
    values,
  });
  expect(interpolate(text, { values, builtIns })).toBe(expected);
});

it('fills in texts wherever they are', () => {
  const values = of(chosen(['a'], { multi: false }));
  expect(
    interpolateJson(
      { $servers: ['$servers', 1, null, { b: '$servers' }] },
      { values },
    ),
  ).toEqual({ $servers: ['a', 1, null, { b: 'a' }] });
});
