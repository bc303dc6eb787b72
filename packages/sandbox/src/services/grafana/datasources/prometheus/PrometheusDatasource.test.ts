import { loadedSeries } from '../../../prometheus';
import { PrometheusDatasource } from './PrometheusDatasource';

const NOW = Date.UTC(2026, 10, 21, 12);
const minutely = (value: (index: number) => number) =>
  Array.from({ length: 61 }, (_, index) => ({
    at: NOW - (60 - index) * 60_000,
    value: value(index),
  }));
const series = (labels: Record<string, string>, value: number) => ({
  labels: { __name__: 'requests_total', ...labels },
  samples: minutely(index => index * value),
});
const source = loadedSeries([
  series({ service: 'orders', code: '200' }, 60),
  series({ service: 'orders', code: '500' }, 6),
]);
const prometheus = new PrometheusDatasource({ source, now: () => NOW });
const context = {
  from: NOW - 3_600_000 + 7_000,
  to: NOW + 7_000,
  now: NOW,
  intervalMs: 60_000,
  maxDataPoints: 60,
};
const ask = (query: Record<string, unknown>, changed = {}) =>
  prometheus.query(
    { refId: 'A', intervalMs: 60_000, range: true, ...query },
    { ...context, ...changed },
  );

describe("Grafana's Prometheus data source", () => {
  it('answers a frame a series, as the dataplane contract has it', async () => {
    const { frames } = await ask({
      expr: 'sum by (code) (rate(requests_total[$__rate_interval]))',
      legendFormat: '{{code}} of {{ missing }}',
    });

    expect(frames).toHaveLength(2);
    const [{ schema, data }] = frames;
    expect(schema).toEqual({
      refId: 'A',
      meta: {
        type: 'timeseries-multi',
        typeVersion: [0, 1],
        custom: { resultType: 'matrix' },
        executedQueryString:
          'Expr: sum by (code) (rate(requests_total[1m15s]))\nStep: 1m0s',
      },
      fields: [
        {
          name: 'Time',
          type: 'time',
          typeInfo: { frame: 'time.Time' },
          config: { interval: 60_000 },
        },
        {
          name: 'Value',
          type: 'number',
          typeInfo: { frame: 'float64' },
          labels: { code: '200' },
          config: { displayNameFromDS: '200 of ' },
        },
      ],
    });
    expect(data.values[0].at(-1)).toBe(NOW);
    expect(data.values[1].at(-1)).toBe(1);
    expect(frames[1].schema.meta?.executedQueryString).toBeUndefined();
  });

  it.each([
    ['__auto', 'sum(requests_total)', 'sum(requests_total)'],
    ['__auto', 'requests_total{code="200"}', undefined],
    ['', 'sum(requests_total)', 'sum(requests_total)'],
    [
      '',
      'requests_total{code="200"}',
      'requests_total{code="200", service="orders"}',
    ],
    ['', 'sum by (code) (requests_total{code="200"})', '{code="200"}'],
  ])('names series for legend "%s" of %s', async (legendFormat, expr, name) => {
    const { frames } = await ask({ expr, legendFormat });
    const [, value] = frames[0].schema.fields;
    expect(value.config?.displayNameFromDS).toBe(name);
  });

  it('names the field of values after the metric, where there is one', async () => {
    const { frames } = await ask({ expr: 'requests_total' });
    expect(frames[0].schema.fields[1].name).toBe('requests_total');
  });

  it('answers an instant query with the latest values, not aligned', async () => {
    const { frames } = await ask({
      expr: 'requests_total',
      instant: true,
      range: false,
    });
    expect(frames.map(one => one.data.values)).toEqual([
      [[NOW + 7_000], [3600]],
      [[NOW + 7_000], [360]],
    ]);
    expect(frames[0].schema.meta).toMatchObject({
      type: 'numeric-multi',
      custom: { resultType: 'vector' },
    });
  });

  it('tells what is not finite beside the values', async () => {
    const { frames } = await ask({
      expr: 'requests_total{code="200"} / 0',
      instant: true,
      range: false,
    });
    expect(frames[0].data).toEqual({
      values: [[NOW + 7_000], [null]],
      entities: [null, { Inf: [0] }],
    });
  });

  it('answers one empty frame for no series', async () => {
    const { frames, error } = await ask({ expr: 'missing' });
    expect(error).toBeUndefined();
    expect(frames).toEqual([
      {
        schema: {
          refId: 'A',
          fields: [],
          meta: {
            typeVersion: [0, 0],
            executedQueryString: 'Expr: missing\nStep: 1m0s',
          },
        },
        data: { values: [] },
      },
    ]);
  });

  it('says what Prometheus says of a query that makes no sense', async () => {
    const { error, status } = await ask({ expr: 'sum(' });
    expect(status).toBe(400);
    expect(error).toMatch(/^bad_data: invalid parameter "query": 1:\d+: parse/);
  });

  // https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
  it.each([
    ['no wish', {}, {}, '1m0s', '1m range=3600s rate=1m15s'],
    ['a min step', { interval: '2m' }, {}, '2m0s', '2m range=3600s rate=8m0s'],
    [
      'more points than the panel has room for',
      { intervalMs: 1000 },
      { maxDataPoints: 10, intervalMs: 1000 },
      '5m0s',
      '5m range=3600s rate=1m0s',
    ],
    [
      'the rate interval as the step',
      { interval: '$__rate_interval' },
      {},
      '1m15s',
      '1m range=3600s rate=1m15s',
    ],
  ])('fills in steps with %s', async (_, query, changed, step, text) => {
    const expr = `x{a="$__interval range=${'${__range}'} rate=$__rate_interval"}`;
    const { frames } = await ask({ expr, ...query }, changed);
    expect(frames[0].schema.meta?.executedQueryString).toBe(
      `Expr: x{a="${text}"}\nStep: ${step}`,
    );
  });

  it.each([
    ['api/v1/labels', '', ['__name__', 'code', 'service']],
    ['api/v1/label/code/values', '', ['200', '500']],
    ['api/v1/label/code/values', 'match[]=requests_total{code="200"}', ['200']],
    [
      'api/v1/series',
      'match[]=requests_total{code="500"}',
      [{ __name__: 'requests_total', service: 'orders', code: '500' }],
    ],
    [
      'api/v1/metadata',
      '',
      { requests_total: [{ type: 'counter', help: '', unit: '' }] },
    ],
    [
      'api/v1/query',
      `query=sum(requests_total)&time=${NOW / 1000}`,
      {
        resultType: 'vector',
        result: [{ metric: {}, value: [NOW / 1000, '3960'] }],
      },
    ],
  ])('passes on %s?%s', async (path, query, data) => {
    const answer = await prometheus.resource(
      'GET',
      path,
      new URLSearchParams(query),
    );
    expect(answer).toEqual({ status: 200, body: { status: 'success', data } });
  });

  it('refuses what Prometheus refuses, and knows no other path', async () => {
    const none = new URLSearchParams();
    expect(await prometheus.resource('GET', 'api/v1/series', none)).toEqual({
      status: 400,
      body: {
        status: 'error',
        errorType: 'bad_data',
        error: 'no match[] parameter provided',
      },
    });
    expect(
      await prometheus.resource('GET', 'api/v1/other', none),
    ).toMatchObject({ status: 404 });
  });
});
