import { field } from '../../__testUtils__/panels';
import { fillLink } from './fillLink';

const team = field('team', ['commerce & co'], {}, { type: 'string' });
const p95 = field(
  'p95',
  [480],
  { unit: 'ms' },
  { labels: { pod: 'orders-1' } },
);
const context = {
  field: p95,
  value: 480,
  row: { fields: [team, p95], index: 0 },
};

// https://grafana.com/docs/grafana/latest/panels-visualizations/configure-data-links/#data-link-variables
test.each([
  ['/${__value.raw}', '/480'],
  ['/${__value.numeric}', '/480'],
  ['/${__value.text}', '/480%20ms'],
  ['/${__field.name}/${__field.labels.pod}', '/p95/orders-1'],
  ['/?team=${__data.fields.team}', '/?team=commerce%20%26%20co'],
  ['/${__data.fields["team"]}', '/commerce%20%26%20co'],
  ['/${__data.fields[1].text}', '/480%20ms'],
  ['/plain?a=1', '/plain?a=1'],
])('fills in %s', (url, filled) => {
  expect(fillLink(url, context, encodeURIComponent)).toBe(filled);
});

test('leaves out a link to what is not known', () => {
  expect(fillLink('/${__data.fields.region}', context)).toBeUndefined();
  expect(fillLink('/${__value.time}', context)).toBeUndefined();
});
