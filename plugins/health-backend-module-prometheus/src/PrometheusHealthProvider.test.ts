import {
  answer,
  collect,
  NOW,
  providerFor,
  READINGS,
  SECONDS,
} from './__testUtils__/collecting';
import { answerParts, FakePrometheus } from './__testUtils__/FakePrometheus';
import { settingsFor } from './__testUtils__/settings';
import { subject } from './__testUtils__/subjects';
import { PrometheusHealthProvider } from './PrometheusHealthProvider';

let prometheus: FakePrometheus;
beforeEach(async () => {
  prometheus = await FakePrometheus.start();
});
afterEach(() => prometheus.stop());

describe('PrometheusHealthProvider', () => {
  it('tells since when there are no metrics, and asks once where it does not know', async () => {
    const provider = providerFor(settingsFor(prometheus.url));
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
    const { signals, gaps } = await collect(
      providerFor(settingsFor(prometheus.url)),
      [subject('orders')],
    );
    expect(signals.get('component:default/orders')?.[0]).toMatchObject({
      state: 'unknown',
      detail: '3 of its 3 targets can be scraped, and have counted no request',
    });
    expect(gaps[0].message).toContain('portico/metrics-preset');
  });

  it('tells of a clock that is off, and of stores that did not answer', async () => {
    prometheus.reply = asked => ({
      ...answer({ ...READINGS, clock: SECONDS - 600 }, 'orders')(asked),
      ...(asked.query.includes('quantile') && { warnings: ['store-1: gone'] }),
    });
    const { gaps } = await collect(providerFor(settingsFor(prometheus.url)), [
      subject('orders'),
    ]);
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
