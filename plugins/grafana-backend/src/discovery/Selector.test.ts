import jsep from 'jsep';
import { Selector, type SelectorFacts } from './Selector';

const facts = (more: Partial<SelectorFacts> = {}): SelectorFacts => ({
  title: 'Orders / RED',
  tags: ['orders', 'generated'],
  url: 'https://grafana.example/d/orders-red/orders-red',
  uid: 'orders-red',
  folderTitle: 'Commerce',
  folderUrl: 'https://grafana.example/dashboards/f/commerce/commerce',
  folderUid: 'commerce',
  ...more,
});

it.each([
  ['orders', true],
  ['orders-api', false],
  ["tags @> 'orders'", true],
  ['tags @> "orders"', true],
  ["tags @> 'order'", false],
  ["(tags @> 'nope' || tags @> 'orders') && tags @> 'generated'", true],
  ["tags @> 'nope' || tags @> 'orders' && tags @> 'generated'", true],
  ["!(tags @> 'orders' && tags @> 'generated')", false],
  ["!(tags @> 'orders') || folderTitle == 'Commerce'", true],
  ["folderTitle != 'Commerce'", false],
  ["'orders-red' == uid && folderUid == 'commerce'", true],
  ["title == 'Orders / RED'", true],
  ["url == 'https://grafana.example/d/orders-red/orders-red'", true],
  ['title', false],
])('%s', (text, expected) => {
  expect(Selector.parse(text).matches(facts())).toBe(expected);
});

it.each([
  ["tags @> 'orders", 'at character 16: Unclosed quote'],
  ["tags @> 'a' and tags @> 'b'", 'join them with && or ||'],
  ["tag @> 'orders'", "at character 1: 'tag' is nothing that a dashboard has"],
  ["title @> 'orders'", "write tags @> '…'"],
  ["tags @> 'a' + 'b' + tags", "'+' is no operator"],
  ["(tags @> 'a'", 'at character'],
  ['tags.length == 2', 'MemberExpression has no meaning'],
])('says what is wrong with %s', (text, problem) => {
  const parse = () => Selector.parse(text);
  expect(parse).toThrow(problem);
  expect(parse).toThrow('grafana/dashboard-selector');
  expect(parse).toThrow("such as tags @> 'orders'");
  expect(parse).toThrow(expect.objectContaining({ name: 'InputError' }));
});

it('leaves jsep to others as it was', () => {
  Selector.parse("tags @> 'orders'");
  expect(jsep.binary_ops).not.toHaveProperty(['@>']);
});
