import { matches } from './LabelMatcher';
import { parseAlertSelector } from './parseAlertSelector';

const EVIL = 'a"} or {b="\\\n';

it.each([
  ['service="orders"', { service: 'orders' }, true],
  ['service="orders"', { service: 'cart' }, false],
  ['service="orders",', { service: 'orders' }, true],
  [' service = "orders" , team != "data" ', { service: 'orders' }, true],
  ['service=~"ord.*|cart"', { service: 'orders' }, true],
  ['service=~"ord"', { service: 'orders' }, false],
  ['service=~"a\\\\.b"', { service: 'axb' }, false],
  ['service=~"a\\\\.b"', { service: 'a.b' }, true],
  ['service="x",team!~"data|growth"', { service: 'x', team: 'data' }, false],
  ['service="a\\"} or {b=\\"\\\\\\n"', { service: EVIL }, true],
])('reads %s', (text, labels, expected) => {
  expect(
    matches(parseAlertSelector(text), labels as Record<string, string>),
  ).toBe(expected);
});

it.each([
  ['', 'needs one label'],
  ['service', 'from character 1 on'],
  ['service=orders', 'from character 1 on'],
  ['{service="orders"}', 'from character 1 on'],
  ['service="orders"} or {a="b"', 'from character 1 on'],
  ['service="orders" team="x"', 'from character 1 on'],
  ['service="a\nb"', 'from character 1 on'],
  ['service="a", b="\\q"', 'from character 13 on'],
  ['service!="orders"', 'needs one label'],
  ['service=~".*"', 'needs one label'],
  ['service=~"(a+)+"', 'only alternatives'],
  ['service=~"a.*b.*c.*d"', 'only alternatives'],
  [`service="${'x'.repeat(1000)}"`, 'more than 1000'],
])('says what is wrong with %s', (text, problem) => {
  expect(() => parseAlertSelector(text)).toThrow(problem);
});
