import { FakeProvider, signal } from '../__testUtils__/FakeProvider';
import { errors } from '../__testUtils__/signals';
import {
  createTestDatabases,
  START,
  startHealth,
  startWithOne,
} from '../__testUtils__/startHealth';

const databases = createTestDatabases();
jest.setTimeout(240_000);

describe.each(databases.eachSupportedId())(
  'silent sources, on %s',
  databaseId => {
    const start = async (
      options: NonNullable<Parameters<typeof startHealth>[1]> = {},
    ) => startHealth(await databases.init(databaseId), options);
    const one = async (options: Parameters<typeof startWithOne>[1] = {}) =>
      startWithOne(await databases.init(databaseId), options);

    it('keeps the last word of a silent source, grey, then knows nothing; the rest goes on', async () => {
      const prometheus = new FakeProvider();
      const argocd = new FakeProvider('argocd', 'Argo CD');
      prometheus.says = { orders: [errors] };
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
            ...errors,
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
  },
);
