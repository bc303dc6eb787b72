import { FakeProvider, signal } from '../__testUtils__/FakeProvider';
import { errors, latency, quick } from '../__testUtils__/signals';
import {
  createTestDatabases,
  START,
  startHealth,
  startWithOne,
  TestClock,
} from '../__testUtils__/startHealth';
import { component } from '../__testUtils__/world';

const databases = createTestDatabases();
jest.setTimeout(240_000);

describe.each(databases.eachSupportedId())('Collector on %s', databaseId => {
  const one = async (options: Parameters<typeof startWithOne>[1] = {}) =>
    startWithOne(await databases.init(databaseId), options);

  it('shows an incident at once, counts it when it was seen twice, and tells its owner once', async () => {
    const { prometheus, collect, clock, verdict, history, notices } =
      await one();
    await collect();
    expect(await verdict('orders')).toMatchObject({
      state: 'healthy',
      since: START,
      headline: '',
    });

    prometheus.says = { orders: [errors, latency] };
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

    prometheus.says = { orders: [errors, quick] };
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
      prometheus.says = { orders: [errors, times % 2 ? quick : latency] };
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
      orders: [errors, { ...latency, since: '2026-11-20T14:05:00Z' }],
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
    prometheus.says = { orders: [latency, errors] };
    await collect();
    expect(await verdict('orders')).toMatchObject({
      remark: 'Started 3\u00a0min after deploy 7f3c2a1',
      startedAfter: { seconds: 180 },
      lastDeploy: deploy,
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
      [errors, alert],
      [errors, { ...alert, silence: { by: 'Priya', until: START } }],
      [errors],
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
    prometheus.says = { orders: [errors, quick] };
    const options = { clock, providers: [prometheus] };
    const first = await startHealth(knex, options);
    await first.collector.collect(prometheus);
    const second = await startHealth(knex, options);
    prometheus.says = {
      orders: [errors, { ...latency, since: '2026-11-20T13:00:00Z' }],
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
});
