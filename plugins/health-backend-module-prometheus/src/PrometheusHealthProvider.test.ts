import type { HealthSubject } from '@portico/plugin-health-node';
import {
  answerParts,
  FakePrometheus,
  refusal,
  type Asked,
} from './__testUtils__/FakePrometheus';
import { settingsFor } from './__testUtils__/settings';
import { subject } from './__testUtils__/subjects';
import { PrometheusClient } from './client/PrometheusClient';
import { PrometheusHealthProvider } from './PrometheusHealthProvider';

const NOW = new Date('2026-03-10T12:00:00Z');
const seconds = NOW.getTime() / 1000;
const SLO = { 'portico/slo': 'availability=99.9, latency-p95=300ms' };
const PRESETS = ['otel', 'prom-client', 'micrometer', 'istio'];

let prometheus: FakePrometheus;
beforeEach(async () => {
  prometheus = await FakePrometheus.start();
});
afterEach(() => prometheus.stop());

function providerFor(settings = settingsFor(prometheus.url)) {
  return new PrometheusHealthProvider(settings, {
    clients: settings.instances.map(
      it => new PrometheusClient(it, { retryDelayMs: 1 }),
    ),
  });
}

function collect(
  provider: PrometheusHealthProvider,
  subjects: HealthSubject[],
  now = NOW,
) {
  const { signal } = new AbortController();
  return provider.collect(subjects, { signal, now });
}

const READINGS: Record<string, number> = {
  'requests.5m': 100,
  scrapedAt: seconds - 10,
  clock: seconds,
};

const answer =
  (readings: Record<string, number>, ...services: string[]) =>
  (asked: Asked) => ({
    series: answerParts(
      asked,
      reading => readings[reading],
      services.map(service => ({ service, environment: 'production' })),
    ),
  });

describe('PrometheusHealthProvider', () => {
  it('asks twelve times at most for a thousand services of all presets and forms', async () => {
    const subjects = Array.from({ length: 1_000 }, (_, index) =>
      subject(`service-${index}`, {
        ...SLO,
        'portico/metrics-preset': PRESETS[index % 4],
        ...(index % 10 === 1 && {
          'portico/metrics-selector': `app="a-${index}",team="t"`,
        }),
        ...(index % 100 === 2 && {
          'portico/metrics-selector': `service=~"s-${index}.*"`,
        }),
      }),
    );
    const provider = providerFor(
      settingsFor(prometheus.url, {
        queries: [{ id: 'queue', title: 'Queue', query: 'queue_messages' }],
      }),
    );
    prometheus.reply = asked => ({
      series: answerParts(
        asked,
        reading => (reading === 'boundaries' ? 1 : undefined),
        [{ le: '0.25' }, { le: '0.5' }],
      ),
    });
    const first = await collect(provider, subjects);
    expect(first.requests).toBe(12);
    expect(prometheus.asked).toHaveLength(12);

    const minute = new Date(NOW.getTime() + 60_000);
    const second = await collect(provider, subjects, minute);
    expect(second.requests).toBe(6);
    for (const { query } of prometheus.asked) {
      expect(query.length).toBeLessThan(256 * 1024);
    }
  });

  it('halves what is refused for its size, and remembers it', async () => {
    const subjects = Array.from({ length: 8 }, (_, index) =>
      subject(`service-${index}`),
    );
    const names = subjects.map(it => it.entity.metadata.name);
    prometheus.reply = asked => {
      const isLarge = (asked.query.match(/\|service-/g) ?? []).length > 6;
      if (asked.query.includes('quantile') && isLarge) {
        return refusal(
          422,
          'execution',
          'query processing would load too many samples into memory in query execution',
        );
      }
      return answer(
        { ...READINGS, 'quantile:0.95': 0.2 },
        ...names.filter(it => asked.query.includes(it)),
      )(asked);
    };
    const provider = providerFor();
    const first = await collect(provider, subjects);
    expect(first.gaps).toEqual([]);
    for (const signals of first.signals.values()) {
      expect(signals.map(it => it.id)).toContain('prometheus:latency-p95');
    }
    const second = await collect(provider, subjects);
    expect(second.requests).toBeLessThan(first.requests);
    expect(second.signals.size).toBe(8);
    prometheus.asked.length = 0;
    await collect(provider, subjects);
    const refused = prometheus.asked.filter(
      it => (it.query.match(/\|service-/g) ?? []).length > 6,
    );
    expect(refused.some(it => it.query.includes('quantile'))).toBe(false);
  });

  it('lets a regular expression that is none spoil nothing of the others', async () => {
    const subjects = [
      subject('orders'),
      subject('wrong', { 'portico/metrics-selector': 'service=~"a(b"' }),
      subject('right', { 'portico/metrics-selector': 'service=~"r.*"' }),
    ];
    prometheus.reply = asked =>
      asked.query.includes('a(b')
        ? refusal(400, 'bad_data', 'error parsing regexp: missing closing )')
        : answer(READINGS, 'orders')(asked);
    const provider = providerFor();
    const first = await collect(provider, subjects);
    expect(first.signals.get('component:default/orders')).toBeDefined();
    expect(first.signals.get('component:default/right')).toBeDefined();
    const toWrong = first.gaps.filter(it =>
      it.entityRefs?.includes('component:default/wrong'),
    );
    expect(toWrong[0].message).toContain('missing closing )');
    expect(
      first.gaps.every(
        it => it.entityRefs?.join() === 'component:default/wrong',
      ),
    ).toBe(true);

    prometheus.asked.length = 0;
    const second = await collect(provider, subjects);
    expect(prometheus.asked.some(it => it.query.includes('a(b'))).toBe(false);
    expect(second.gaps.length).toBeGreaterThan(0);
  });

  it('says of an own query that is wrong which one it is', async () => {
    const settings = settingsFor(prometheus.url, {
      queries: [
        { id: 'good', title: 'Good', query: 'good' },
        { id: 'bad', title: 'Bad', query: 'bad(' },
      ],
    });
    prometheus.reply = asked =>
      asked.query.includes('bad(')
        ? refusal(400, 'bad_data', 'parse error')
        : {
            series: [
              ...answer(READINGS, 'orders')(asked).series,
              ...(asked.query.includes('good')
                ? [
                    [{ service: 'orders', portico: 'own:good' }, 3] as [
                      Record<string, string>,
                      number,
                    ],
                  ]
                : []),
            ],
          };
    const { signals, gaps } = await collect(providerFor(settings), [
      subject('orders'),
    ]);
    expect(signals.get('component:default/orders')).toContainEqual(
      expect.objectContaining({
        id: 'prometheus:query-good',
        value: { value: 3, unit: 'count' },
        informational: true,
      }),
    );
    expect(gaps).toHaveLength(1);
    expect(gaps[0].message).toContain('It was asked for own:bad');
  });

  it('tells since when there are no metrics, and asks once where it does not know', async () => {
    const provider = providerFor();
    const subjects = [
      subject('orders', { 'portico/metrics-selector': 'service="orders"' }),
      subject('never', { 'portico/metrics-preset': 'otel' }),
      subject('unlinked'),
    ];
    prometheus.reply = answer(READINGS, 'orders');
    await collect(provider, subjects);
    prometheus.reply = () => ({ series: [] });
    prometheus.asked.length = 0;
    const later = new Date(NOW.getTime() + 18 * 60_000);
    const { signals, gaps } = await collect(provider, subjects, later);
    expect(signals.get('component:default/orders')).toEqual([
      expect.objectContaining({
        id: 'prometheus:errors',
        state: 'unknown',
        serving: true,
        text: 'No metrics since 11:59 UTC',
        since: '2026-03-10T11:59:50.000Z',
      }),
    ]);
    expect(signals.get('component:default/never')?.[0].text).toBe('No metrics');
    expect(signals.has('component:default/unlinked')).toBe(false);
    expect(gaps.map(it => it.entityRefs)).toEqual([
      ['component:default/orders'],
      ['component:default/never'],
    ]);
    const soon = new Date(later.getTime() + 60_000);
    prometheus.asked.length = 0;
    await collect(provider, subjects, soon);
    expect(prometheus.asked.some(it => it.query.includes('[1h:1m]'))).toBe(
      false,
    );
  });

  it('says that targets are up which count nothing', async () => {
    prometheus.reply = answer({ targets: 3, 'targets.up': 3 }, 'orders');
    const { signals, gaps } = await collect(providerFor(), [subject('orders')]);
    expect(signals.get('component:default/orders')?.[0]).toMatchObject({
      state: 'unknown',
      detail: '3 of its 3 targets can be scraped, and have counted no request',
    });
    expect(gaps[0].message).toContain('portico/metrics-preset');
  });

  it('tells of a clock that is off, and of stores that did not answer', async () => {
    prometheus.reply = asked => ({
      ...answer({ ...READINGS, clock: seconds - 600 }, 'orders')(asked),
      ...(asked.query.includes('quantile') && { warnings: ['store-1: gone'] }),
    });
    const { gaps } = await collect(providerFor(), [subject('orders')]);
    expect(gaps.map(it => it.message)).toEqual([
      "Prometheus 'main' answered in part: store-1: gone.",
      expect.stringMatching(
        /The clock of Prometheus 'main' is 10\smin behind Portico's/,
      ),
    ]);
  });

  it('throws where nothing was learned, and keeps credentials to itself', async () => {
    const settings = settingsFor(prometheus.url, {
      instances: [
        {
          name: 'main',
          url: prometheus.url,
          token: 'very-secret-token',
          headers: { 'X-Scope-OrgID': 'tenant-secret' },
        },
      ],
    });
    prometheus.reply = ({ headers }) => ({
      status: 401,
      body: `no: ${headers.authorization} ${headers['x-scope-orgid']}`,
    });
    const error: Error = await collect(providerFor(settings), [
      subject('orders'),
    ]).catch(it => it);
    expect(prometheus.asked[0].headers).toMatchObject({
      authorization: 'Bearer very-secret-token',
      'x-scope-orgid': 'tenant-secret',
    });
    expect(error.message).toContain("Prometheus 'main' answered 401");
    expect(error.message).toContain('health.prometheus.instances');
    expect(error.message).not.toMatch(/very-secret|tenant-secret/);
  });

  it('waits once for a server that went away, and not for each query', async () => {
    const provider = providerFor();
    prometheus.reply = answer(READINGS, 'orders');
    await collect(provider, [subject('orders', SLO)]);
    prometheus.asked.length = 0;
    prometheus.reply = () => ({ status: 503, body: 'upstream is gone' });
    const minute = new Date(NOW.getTime() + 60_000);
    await expect(
      collect(provider, [subject('orders', SLO)], minute),
    ).rejects.toThrow('answered 503 to POST /api/v1/query: upstream is gone');
    // Once, and once again.
    expect(prometheus.asked).toHaveLength(2);
  });

  it('loses only what one of several servers knows', async () => {
    const settings = settingsFor(prometheus.url, {
      instances: [
        { name: 'eu', url: prometheus.url, environment: 'production' },
        { name: 'us', url: 'http://127.0.0.1:1' },
      ],
    });
    prometheus.reply = asked => ({
      series: answerParts(asked, reading => READINGS[reading], [
        { service: 'orders' },
      ]),
    });
    const { signals, gaps } = await collect(providerFor(settings), [
      subject('orders'),
      subject('payouts', { 'portico/metrics-instance': 'us' }),
      subject('lost', { 'portico/metrics-instance': 'asia' }),
    ]);
    expect([...signals.keys()]).toEqual(['component:default/orders']);
    expect(gaps[0]).toEqual({
      entityRefs: ['component:default/lost'],
      message:
        "portico/metrics-instance: there is no Prometheus 'asia'; configured: eu, us.",
    });
    expect(gaps.slice(1)).toEqual([
      expect.objectContaining({
        instance: 'us',
        message: expect.stringContaining('could not be asked'),
      }),
    ]);
  });

  it('asks nobody where nothing is configured', () => {
    const settings = settingsFor(prometheus.url, { instances: [] });
    expect(new PrometheusHealthProvider(settings).appliesTo()).toBe(false);
  });
});
