import { FakeProvider, signal } from '../__testUtils__/FakeProvider';
import {
  createTestDatabases,
  START,
  startHealth,
  TestClock,
} from '../__testUtils__/startHealth';
import { component } from '../__testUtils__/world';

const databases = createTestDatabases();
jest.setTimeout(240_000);

const fine = (provider = 'prometheus') => signal({ id: `${provider}:errors` });
const slow = signal({
  id: 'prometheus:latency-p95',
  kind: 'latency',
  title: 'p95 latency',
  state: 'degraded',
  value: { value: 0.48, unit: 'seconds' },
  limit: { value: 0.3, unit: 'seconds', kind: 'objective' },
  figure: 'latencyP95Seconds',
  excess: 1.6,
});
const quick = { ...slow, state: 'healthy' as const, excess: 0.5 };

describe.each(databases.eachSupportedId())('Collector on %s', databaseId => {
  const start = async (
    options: NonNullable<Parameters<typeof startHealth>[1]> = {},
  ) => startHealth(await databases.init(databaseId), options);
  const one = async (
    options: NonNullable<Parameters<typeof startHealth>[1]> = {},
  ) => {
    const prometheus = new FakeProvider();
    prometheus.says = { orders: [fine(), quick] };
    const health = await start({ providers: [prometheus], ...options });
    return {
      ...health,
      prometheus,
      collect: () => health.collector.collect(prometheus),
    };
  };

  it('shows an incident at once, counts it when it was seen twice, and tells its owner once', async () => {
    const { prometheus, collect, clock, verdict, history, notices } =
      await one();
    await collect();
    expect(await verdict('orders')).toMatchObject({
      state: 'healthy',
      since: START,
      headline: '',
    });

    prometheus.says = { orders: [fine(), slow] };
    const began = clock.pass(60);
    await collect();
    expect(await verdict('orders')).toMatchObject({
      state: 'degraded',
      since: began,
      headline: 'p95 latency 480\u00a0ms, objective 300\u00a0ms.',
      leading: 'latencyP95Seconds',
    });
    expect((await history('orders')).periods).toHaveLength(1);
    expect(notices()).toEqual([]);

    clock.pass(60);
    await collect();
    expect((await history('orders')).periods).toMatchObject([
      { from: began, state: 'degraded' },
      { from: START, until: began, state: 'healthy' },
    ]);
    clock.pass(60);
    await collect();
    expect(notices()).toEqual(['began orders']);

    prometheus.says = { orders: [fine(), quick] };
    const ended = clock.pass(60);
    await collect();
    expect(await verdict('orders')).toMatchObject({
      state: 'healthy',
      since: ended,
    });
    clock.pass(60);
    await collect();
    expect(notices()).toEqual(['began orders', 'over orders']);
    expect((await history('orders')).periods).toHaveLength(3);
  });

  it('does not count what flickers', async () => {
    const { prometheus, collect, clock, verdict, history, notices } =
      await one();
    await collect();
    for (let times = 0; times < 4; times++) {
      clock.pass(60);
      prometheus.says = { orders: [fine(), times % 2 ? quick : slow] };
      await collect();
    }
    expect(await verdict('orders')).toMatchObject({
      state: 'healthy',
      since: START,
    });
    expect((await history('orders')).periods).toHaveLength(1);
    expect(notices()).toEqual([]);
  });

  it('counts at once what its source has known for a minute', async () => {
    const { prometheus, collect, clock, verdict, notices } = await one();
    await collect();
    clock.pass(600);
    prometheus.says = {
      orders: [fine(), { ...slow, since: '2026-11-20T14:05:00Z' }],
    };
    await collect();
    expect(await verdict('orders')).toMatchObject({
      since: '2026-11-20T14:05:00.000Z',
    });
    expect(notices()).toEqual(['began orders']);
  });

  it('tells the deploy after which it began, as a correlation', async () => {
    const { prometheus, collect, clock, verdict } = await one();
    const deploy = {
      at: '2026-11-20T13:58:30.000Z',
      revision: '7f3c2a1',
      environment: 'production',
    };
    prometheus.collection = {
      deploys: new Map([['component:default/orders', deploy]]),
    };
    await collect();
    expect((await verdict('orders')).remark).toBeUndefined();
    clock.pass(60);
    prometheus.says = { orders: [slow, fine()] };
    await collect();
    expect(await verdict('orders')).toMatchObject({
      remark: 'Started 3\u00a0min after deploy 7f3c2a1',
      startedAfter: { seconds: 180 },
      lastDeploy: deploy,
    });
  });

  it('keeps the last word of a silent source, grey, then knows nothing; the rest goes on', async () => {
    const prometheus = new FakeProvider();
    const argocd = new FakeProvider('argocd', 'Argo CD');
    prometheus.says = { orders: [fine()] };
    argocd.says = {
      orders: [
        signal({
          id: 'argocd:sync',
          kind: 'deployment',
          title: 'Argo CD sync of orders',
          state: 'degraded',
          value: undefined,
          text: 'sync failed',
          serving: false,
        }),
      ],
    };
    const health = await start({ providers: [prometheus, argocd] });
    const { collector, clock, verdict, timeline } = health;
    await collector.collect(prometheus);
    await collector.collect(argocd);
    expect(await verdict('orders')).toMatchObject({ state: 'degraded' });

    argocd.failure = new Error('Argo CD answered 503.');
    clock.pass(60);
    await collector.collect(prometheus);
    await collector.collect(argocd);
    expect(await verdict('orders')).toMatchObject({
      state: 'degraded',
      headline: 'Argo CD sync of orders: sync failed.',
      reasons: [{ stale: { state: 'degraded', lastSeenAt: START } }],
      sources: [
        { provider: 'prometheus', state: 'answered' },
        {
          provider: 'argocd',
          state: 'stale',
          answeredAt: START,
          message: 'Argo CD answered 503.',
          path: '/sources#argocd',
        },
      ],
    });

    clock.pass(240);
    await collector.collect(prometheus);
    await collector.review();
    const later = await verdict('orders');
    expect(later).toMatchObject({ state: 'healthy', reasons: [] });
    expect(later.signals.find(it => it.provider === 'argocd')).toMatchObject({
      state: 'unknown',
      stale: { state: 'degraded' },
    });
    expect(later.sources[1]).toMatchObject({ state: 'silent' });
    expect(await timeline('orders')).toContain(
      'Argo CD stopped answering: Argo CD answered 503.',
    );

    argocd.failure = undefined;
    clock.pass(600);
    await collector.collect(argocd);
    expect(await timeline('orders')).toContain('Argo CD answers again');
  });

  it('says unknown where nobody can say how users are served', async () => {
    const { prometheus, collect, clock, collector, verdict, notices } =
      await one();
    await collect();
    prometheus.failure = new Error('no answer within 30 s');
    clock.pass(60);
    await collect();
    expect(await verdict('orders')).toMatchObject({ state: 'healthy' });
    clock.pass(200);
    await collector.review();
    expect(await verdict('orders')).toMatchObject({
      state: 'unknown',
      since: START,
      headline: 'Prometheus does not answer.',
      figures: { latencyP95Seconds: { unknown: `last seen ${START}` } },
    });
    expect(await verdict('cart')).toMatchObject({ state: 'unknown' });
    expect(notices()).toEqual([]);
  });

  it('leaves a source that fails alone, longer each time, and tries again', async () => {
    const { prometheus, collect, clock } = await one();
    prometheus.failure = new Error('down');
    const tries: number[] = [];
    for (let seconds = 0; seconds <= 1500; seconds += 60) {
      const before = prometheus.asked.length;
      await collect();
      if (prometheus.asked.length > before) tries.push(seconds);
      clock.pass(60);
    }
    expect(tries).toEqual([0, 60, 120, 240, 480, 780, 1080, 1380]);
    prometheus.failure = undefined;
    clock.pass(300);
    await collect();
    clock.pass(60);
    await collect();
    expect(prometheus.asked).toHaveLength(tries.length + 2);
  });

  it('keeps what one instance said when only that one is silent', async () => {
    const prometheus = new FakeProvider('prometheus', 'Prometheus', [
      'eu',
      'us',
    ]);
    prometheus.says = {
      orders: [
        signal({ id: 'prometheus:eu', instance: 'eu' }),
        signal({ id: 'prometheus:us', instance: 'us' }),
      ],
    };
    const { collector, clock, verdict } = await start({
      providers: [prometheus],
    });
    await collector.collect(prometheus);
    prometheus.says = {
      orders: [signal({ id: 'prometheus:eu', instance: 'eu' })],
    };
    prometheus.collection = {
      gaps: [{ instance: 'us', message: 'us answered 401.' }],
    };
    clock.pass(60);
    await collector.collect(prometheus);
    expect(await verdict('orders')).toMatchObject({
      state: 'healthy',
      signals: [
        { id: 'prometheus:eu' },
        { id: 'prometheus:us', stale: { lastSeenAt: START } },
      ],
      sources: [
        { instance: 'eu', state: 'answered' },
        { instance: 'us', state: 'stale', message: 'us answered 401.' },
      ],
    });
  });

  it('tells alerts that come, are silenced and go, and what changes in the catalog', async () => {
    const { prometheus, collect, clock, entities, timeline } = await one();
    const alert = signal({
      id: 'prometheus:alert',
      kind: 'alert',
      title: 'Alert OrdersLatencyHigh',
      state: 'degraded',
      text: 'firing',
      value: undefined,
      serving: false,
    });
    await collect();
    const steps = [
      [fine(), alert],
      [fine(), { ...alert, silence: { by: 'Priya', until: START } }],
      [fine()],
    ];
    for (const orders of steps) {
      clock.pass(60);
      prometheus.says = { orders };
      await collect();
    }
    entities[0] = component('orders', {
      owner: 'group:default/payments',
      annotations: { 'portico/slo': 'availability=high' },
    });
    clock.pass(60);
    await collect();
    expect((await timeline('orders')).reverse()).toEqual([
      'Healthy',
      'Alert OrdersLatencyHigh firing',
      'Alert OrdersLatencyHigh silenced by Priya',
      'Alert OrdersLatencyHigh resolved',
      'Owner changed: group:default/commerce → group:default/payments',
      'Service objectives changed: latency-p95=300ms → availability=high',
      'Tier changed: critical → none',
    ]);
  });

  it('says what is wrong with annotations, and which would help', async () => {
    const entities = [
      component('timesheets', { annotations: { 'portico/slo': '99.9' } }),
    ];
    const { collect, verdict } = await one({ entities });
    await collect();
    expect(await verdict('timesheets')).toMatchObject({
      state: 'unknown',
      headline: 'No metrics, no workload and no probe.',
      missing: [
        {
          annotation: 'portico/metrics-selector',
          example: 'service="timesheets"',
        },
      ],
      problems: [expect.stringContaining("'99.9' is no objective")],
    });
  });

  it('forgets what the catalog has no more', async () => {
    const { collect, clock, entities, overview, verdict } = await one();
    await collect();
    expect((await overview()).items).toHaveLength(3);
    entities.shift();
    clock.pass(60);
    await collect();
    expect((await overview()).items).toHaveLength(2);
    await expect(verdict('orders')).rejects.toThrow('There is no health');
  });

  it('goes on after a restart, and two replicas never double anything', async () => {
    const knex = await databases.init(databaseId);
    const clock = new TestClock();
    const prometheus = new FakeProvider();
    prometheus.says = { orders: [fine(), quick] };
    const options = { clock, providers: [prometheus] };
    const first = await startHealth(knex, options);
    await first.collector.collect(prometheus);
    const second = await startHealth(knex, options);
    prometheus.says = {
      orders: [fine(), { ...slow, since: '2026-11-20T13:00:00Z' }],
    };
    clock.pass(60);
    await Promise.all([
      first.collector.collect(prometheus),
      second.collector.collect(prometheus),
      first.collector.review(),
      second.collector.review(),
    ]);
    expect([...first.notices(), ...second.notices()]).toEqual(['began orders']);
    for (const replica of [first, second]) {
      expect((await replica.history('orders')).periods).toHaveLength(2);
      expect(await replica.verdict('orders')).toMatchObject({
        state: 'degraded',
        since: START,
      });
    }
  });

  it('counts yesterday, and leaves out of the history when nobody looked', async () => {
    const { collect, clock, overview, history } = await one();
    await collect();
    expect(await overview()).not.toHaveProperty('yesterday');
    for (let minute = 0; minute < 4; minute++) {
      clock.pass(60);
      await collect();
    }
    clock.pass(86_400 + 120);
    await collect();
    expect((await history('orders', 2)).days).toMatchObject([
      { day: '2026-11-20', state: 'healthy', uptime: 1 },
      { day: '2026-11-21', state: 'unknown' },
    ]);
    clock.pass(60);
    await collect();
    clock.pass(86_370);
    await collect();
    expect((await overview()).yesterday).toEqual({
      failing: 0,
      degraded: 0,
      unknown: 2,
      healthy: 1,
    });
  });

  it('takes a number that is none for what it is', async () => {
    const { prometheus, collect, verdict } = await one();
    prometheus.says = {
      orders: [
        {
          ...fine(),
          value: { value: NaN, unit: 'ratio' },
          figure: 'errorRatio',
        },
      ],
    };
    await collect();
    const found = await verdict('orders');
    expect(found).toMatchObject({
      state: 'unknown',
      figures: { errorRatio: { unknown: 'no number' } },
    });
    expect(JSON.stringify(found)).not.toMatch(/NaN|null,"unit/);
  });

  it('asks nobody for longer than agreed, also who does not listen', async () => {
    const deaf = new FakeProvider('deaf', 'Deaf');
    deaf.collect = () => new Promise(() => undefined);
    const { collector, overview } = await start({
      providers: [deaf],
      config: { providers: { deaf: { timeoutSeconds: 1 } } },
    });
    await collector.collect(deaf);
    expect((await overview()).sources).toMatchObject([
      { state: 'silent', message: 'Deaf has not answered within 1 s.' },
    ]);
  });
});
