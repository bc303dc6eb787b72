import { once } from 'node:events';
import { get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { loadedSeries } from '../loadedSeries';
import { createPrometheusApp } from './createPrometheusApp';

const NOW = Date.UTC(2026, 10, 21, 12);

const minutely = (value: (index: number) => number) =>
  Array.from({ length: 61 }, (_, index) => ({
    at: NOW - (60 - index) * 60_000,
    value: value(index),
  }));

const source = loadedSeries([
  {
    labels: { __name__: 'requests_total', service: 'orders', status: '200' },
    samples: minutely(index => index * 60),
  },
  {
    labels: { __name__: 'requests_total', service: 'search', status: '500' },
    samples: minutely(index => index * 6),
  },
  {
    labels: { __name__: 'latency_bucket', service: 'orders', le: '+Inf' },
    samples: minutely(index => index),
  },
  {
    labels: { __name__: 'up', job: 'pods', instance: '10.0.0.1:8080' },
    samples: minutely(() => 0),
  },
]);

const app = (limits = {}) =>
  createPrometheusApp({ source, now: () => new Date(NOW), limits });
const api = () => request(app());

describe('the HTTP API of Prometheus', () => {
  it('answers a query for now, sent as a form or in the URL', async () => {
    const query = 'sum by (service) (rate(requests_total[5m]))';
    const expected = {
      status: 'success',
      data: {
        resultType: 'vector',
        result: [
          { metric: { service: 'orders' }, value: [NOW / 1000, '1'] },
          { metric: { service: 'search' }, value: [NOW / 1000, '0.1'] },
        ],
      },
    };
    const { body } = await api()
      .get('/api/v1/query')
      .query({ query })
      .expect(200)
      .expect('content-type', /^application\/json/);
    expect(body).toEqual(expected);
    await api()
      .post('/api/v1/query')
      .type('form')
      .send({ query, time: '2026-11-21T12:00:00Z' })
      .expect(200, expected);
  });

  it('answers a query over time', async () => {
    const { body } = await api()
      .get('/api/v1/query_range')
      .query({
        query: 'up * 1e-9 + 0',
        start: NOW / 1000 - 60,
        end: NOW / 1000,
        step: '30s',
      })
      .expect(200);
    expect(body.data).toEqual({
      resultType: 'matrix',
      result: [
        {
          metric: { job: 'pods', instance: '10.0.0.1:8080' },
          values: [-60, -30, 0].map(ago => [NOW / 1000 + ago, '0']),
        },
      ],
    });
  });

  it.each([
    ['query', {}, 400, 'bad_data', /^invalid parameter "query": 1:1: parse/],
    ['query', { query: 'up', time: 'noon' }, 400, 'bad_data', /"noon"/],
    ['query', { query: 'up', timeout: 'x' }, 400, 'bad_data', /"timeout"/],
    [
      'query',
      { query: 'up * on() requests_total' },
      422,
      'execution',
      /many-to-many matching not allowed/,
    ],
    [
      'query',
      { query: 'holt_winters(up[5m], 0.5, 0.5)' },
      400,
      'bad_data',
      /this sandbox does not evaluate the function holt_winters/,
    ],
    [
      'query_range',
      { query: 'up[5m]', start: 1, end: 2, step: 1 },
      400,
      'bad_data',
      /invalid expression type "range vector" for range query/,
    ],
    [
      'query_range',
      { query: 'up', start: 2, end: 1, step: 1 },
      400,
      'bad_data',
      /end timestamp must not be before start time/,
    ],
    [
      'query_range',
      { query: 'up', start: 1, end: 2, step: 0 },
      400,
      'bad_data',
      /zero or negative query resolution/,
    ],
    [
      'query_range',
      { query: 'up', start: 0, end: 11_001, step: 1 },
      400,
      'bad_data',
      /exceeded maximum resolution of 11,000 points/,
    ],
    ['series', {}, 400, 'bad_data', /no match\[\] parameter provided/],
    ['series', { 'match[]': 'up[1m]' }, 400, 'bad_data', /"match\[\]"/],
    ['label/a-b/values', {}, 400, 'bad_data', /invalid label name: "a-b"/],
    ['labels', { limit: -1 }, 400, 'bad_data', /"limit"/],
    ['rules', { type: 'x' }, 400, 'bad_data', /not supported value "x"/],
  ])('%s %j: %i %s', async (path, query, status, errorType, message) => {
    const { body } = await api()
      .get(`/api/v1/${path}`)
      .query(query)
      .expect(status);
    expect(body).toEqual({
      status: 'error',
      errorType,
      error: expect.stringMatching(message),
    });
  });

  it('refuses queries that take too much memory, time or space', async () => {
    const query = 'requests_total';
    await request(app({ maxSamples: 1 }))
      .get('/api/v1/query')
      .query({ query })
      .expect(422)
      .expect(({ body }) =>
        expect(body.error).toBe(
          'query processing would load too many samples into memory in query execution',
        ),
      );
    // Windows of counters are never read, but count as if they were.
    await request(app({ maxSamples: 40 }))
      .get('/api/v1/query')
      .query({ query: 'rate(requests_total[1h])' })
      .expect(422);
    const long = Array(150).fill('rate(requests_total[1h:1s])').join(' + ');
    await request(app())
      .post('/api/v1/query')
      .type('form')
      .send({ query: long, timeout: '1ms' })
      .expect(503)
      .expect(({ body }) => {
        expect(body.errorType).toBe('timeout');
        expect(body.error).toMatch(/^query timed out in/);
      });
    await request(app())
      .post('/api/v1/query')
      .type('form')
      .send({ query: 'x'.repeat(11 * 1024 * 1024) })
      .expect(400)
      .expect(({ body }) => expect(body.error).toContain('POST too large'));
  });

  it('lists labels, their values and series', async () => {
    const data = async (path: string, query = {}) =>
      (await api().get(`/api/v1/${path}`).query(query).expect(200)).body;
    expect((await data('labels')).data).toEqual([
      '__name__',
      'instance',
      'job',
      'le',
      'service',
      'status',
    ]);
    expect(await data('label/service/values', { limit: 1 })).toEqual({
      status: 'success',
      data: ['orders'],
      warnings: ['results truncated due to limit'],
    });
    const matching = { 'match[]': ['up', '{status="500"}'] };
    expect((await data('series', matching)).data).toEqual([
      { __name__: 'requests_total', service: 'search', status: '500' },
      { __name__: 'up', job: 'pods', instance: '10.0.0.1:8080' },
    ]);
    expect((await data('metadata', { metric: 'latency' })).data).toEqual({
      latency: [{ type: 'histogram', help: '', unit: '' }],
    });
    expect((await data('targets')).data.activeTargets).toMatchObject([
      { scrapeUrl: 'http://10.0.0.1:8080/metrics', health: 'down' },
    ]);
  });

  it('says what it is, and has no rules of its own', async () => {
    await api()
      .get('/api/v1/status/buildinfo')
      .expect(({ body }) => expect(body.data.version).toBe('2.42.0'));
    await api()
      .get('/-/healthy')
      .expect(200, /Healthy/);
    await api().get('/-/ready').expect(200, /Ready/);
    await api()
      .get('/api/v1/rules')
      .expect(200, { status: 'success', data: { groups: [] } });
    await api()
      .get('/api/v1/alerts')
      .expect(200, { status: 'success', data: { alerts: [] } });
    await api().get('/api/v2/query').expect(404, '404 page not found\n');
  });

  it('shows a person what an expression is worth, and that it is simulated', async () => {
    const { text } = await api()
      .get('/graph')
      .query({ 'g0.expr': 'up < 1 or "<b>"', 'g0.tab': '1' })
      .expect(200);
    expect(text).toContain('Simulated Prometheus');
    expect(text).toContain('up &lt; 1 or &quot;&lt;b&gt;&quot;');
    expect(text).toContain('parse error: binary expression must contain only');
    const found = await api().get('/graph').query({ 'g0.expr': 'up < 1' });
    expect(found.text).toContain('instance=&quot;10.0.0.1:8080&quot;');
    await api().get('/').expect(302).expect('location', '/graph');
  });

  it('stops working for a caller who has gone', async () => {
    let selections = 0;
    const server: Server = createPrometheusApp({
      source: {
        select(...args) {
          selections += 1;
          return source.select(...args);
        },
      },
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const query = Array(500)
      .fill(`sum_over_time(up[1h:1s] @ ${NOW / 1000})`)
      .join('+');
    const going = get(
      `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(
        query.slice(0, 7000).replace(/\+[^+]*$/, ''),
      )}`,
    );
    going.on('error', () => undefined);
    while (selections === 0) await new Promise(setImmediate);
    going.destroy();
    server.close();
    await once(server, 'close');
    expect(selections).toBeLessThan(170);
  });
});
