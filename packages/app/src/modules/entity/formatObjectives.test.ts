import { formatObjectives } from './formatObjectives';

it.each([
  ['availability=99.9, latency-p95=300ms', '99.9\u00A0%, p95 300\u00A0ms'],
  ['latency-p99=1.5s', 'p99 1.5\u00A0s'],
  ['freshness of an hour', 'freshness of an hour'],
  [undefined, undefined],
])('writes %s as %s', (slo, words) => {
  expect(formatObjectives(slo)).toBe(words);
});
