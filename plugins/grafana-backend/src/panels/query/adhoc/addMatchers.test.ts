import { addMatchers } from './addMatchers';

const filters = [{ key: 'pod', operator: '=' as const, value: 'orders-1' }];
const PROMQL = { bareNames: true };

describe('addMatchers', () => {
  it.each([
    ['up', 'up{pod="orders-1"}'],
    ['up{job="orders"}', 'up{job="orders", pod="orders-1"}'],
    ['{job="orders",}', '{job="orders", pod="orders-1"}'],
    [
      'sum by (route) (rate(http_requests_total{code=~"5.."}[$__rate_interval])) / on (route) group_left (team) up',
      'sum by (route) (rate(http_requests_total{code=~"5..", pod="orders-1"}[$__rate_interval])) / on (route) group_left (team) up{pod="orders-1"}',
    ],
    [
      'histogram_quantile(0.95, sum(rate(latency_bucket[5m])) by (le)) > bool 1e3',
      'histogram_quantile(0.95, sum(rate(latency_bucket{pod="orders-1"}[5m])) by (le)) > bool 1e3',
    ],
    [
      'label_replace(up offset 1h, "a", "{up}", "b", "(.*)") or vector(1)',
      'label_replace(up{pod="orders-1"} offset 1h, "a", "{up}", "b", "(.*)") or vector(1)',
    ],
  ])('adds filters to each selector of %s', (expr, filtered) => {
    expect(addMatchers(expr, filters, PROMQL)).toBe(filtered);
  });

  it('adds them to streams of logs alone', () => {
    expect(
      addMatchers(
        'sum(count_over_time({app="orders"} |= "{x}" | json | level="error" [1m]))',
        filters,
        { bareNames: false },
      ),
    ).toBe(
      'sum(count_over_time({app="orders", pod="orders-1"} |= "{x}" | json | level="error" [1m]))',
    );
  });

  it('writes values so that they stay within their quotes', () => {
    const evil = [
      { key: 'a', operator: '=' as const, value: 'x"} or up{b="\\' },
    ];
    expect(addMatchers('up', evil, PROMQL)).toBe(
      'up{a="x\\"} or up{b=\\"\\\\"}',
    );
  });

  it('takes one of several for an expression', () => {
    const one = [{ key: 'a', operator: '=|' as const, value: 'x.y|z' }];
    expect(addMatchers('up', one, PROMQL)).toBe('up{a=~"x\\\\.y|z"}');
  });
});
