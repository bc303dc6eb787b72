import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import request from 'supertest';
import healthPlugin from '.';
import { catalogFor } from './__testUtils__/catalogFor';
import { FakeProvider, signal } from './__testUtils__/FakeProvider';
import { HandScheduler } from './__testUtils__/HandScheduler';
import { PAYMENTS, world } from './__testUtils__/world';

const LENA = 'user:default/lena.fischer';
const SAM = 'user:default/sam.idowu';
const NOBODY = 'user:default/nobody';

/** Lena may read what is not of payments, Sam all, nobody nothing. */
async function start() {
  const prometheus = new FakeProvider();
  prometheus.says = {
    orders: [
      signal({ id: 'prometheus:errors', figure: 'errorRatio' }),
      signal({
        id: 'prometheus:latency-p95',
        kind: 'latency',
        title: 'p95 latency',
        state: 'degraded',
        value: { value: 0.48, unit: 'seconds' },
        limit: { value: 0.3, unit: 'seconds', kind: 'objective' },
        figure: 'latencyP95Seconds',
        excess: 1.6,
        reference: { fingerprint: 'secret' },
      }),
    ],
    cart: [signal({ id: 'prometheus:errors' })],
    payouts: [
      signal({
        id: 'prometheus:errors',
        state: 'failing',
        value: { value: 0.084, unit: 'ratio' },
        limit: { value: 0.001, unit: 'ratio', kind: 'objective' },
      }),
    ],
  };
  const scheduler = new HandScheduler();
  const { server } = await startTestBackend({
    features: [
      healthPlugin,
      scheduler.factory,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogFor(
            () => world,
            (user, entity) => user === SAM || entity.spec?.owner !== PAYMENTS,
          ),
      }),
      mockServices.permissions.mock({
        authorizeConditional: async (_queries, options) => {
          const { userEntityRef } = (
            options!.credentials as { principal: { userEntityRef?: string } }
          ).principal;
          if (userEntityRef === NOBODY) {
            return [{ result: AuthorizeResult.DENY }];
          }
          return [
            userEntityRef === SAM
              ? { result: AuthorizeResult.ALLOW }
              : {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'catalog',
                  resourceType: 'catalog-entity',
                  conditions: {
                    rule: 'IS_ENTITY_KIND',
                    resourceType: 'catalog-entity',
                    params: { kinds: ['Component'] },
                  },
                },
          ];
        },
      }).factory,
      createBackendModule({
        pluginId: 'health',
        moduleId: 'fake',
        register({ registerInit }) {
          registerInit({
            deps: { health: healthExtensionPoint },
            async init({ health }) {
              health.addProvider(prometheus);
              health.addSeriesProvider({
                id: 'prometheus',
                charts: ['latency'],
                appliesTo: () => true,
                series: async (_subject, { from, chart }) => ({
                  chart,
                  unit: 'seconds',
                  times: [from.getTime()],
                  series: [{ name: 'p95', values: [0.48] }],
                  source: { title: 'Prometheus' },
                  asOf: from.toISOString(),
                  queries: 1,
                  seconds: 0.1,
                }),
              });
              health.addTimelineProvider({
                id: 'argocd',
                title: 'Argo CD',
                appliesTo: () => true,
                events: async () => {
                  throw new Error('Argo CD answered 503 to GET /applications.');
                },
              });
            },
          });
        },
      }),
    ],
  });
  await scheduler.run('health-collect-prometheus');
  const get = (user: string, path: string) =>
    request(server)
      .get(`/api/health${path}`)
      .set('Authorization', mockCredentials.user.header(user));
  const post = (user: string, path: string, body: object) =>
    request(server)
      .post(`/api/health${path}`)
      .set('Authorization', mockCredentials.user.header(user))
      .send(body);
  return { get, post, prometheus };
}

const lastHour = () => {
  const to = new Date();
  const from = new Date(to.getTime() - 3_600_000);
  return `from=${from.toISOString()}&to=${to.toISOString()}`;
};

describe('/api/health', () => {
  let portal: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    portal = await start();
  });

  it('shows to each what they may read, counts included', async () => {
    const { body: all } = await portal.get(SAM, '/overview');
    expect(all).toMatchObject({
      counts: { failing: 1, degraded: 1, unknown: 0, healthy: 1 },
      sources: [{ title: 'Prometheus', state: 'answered' }],
      items: [
        {
          title: 'payouts',
          headline: 'Error ratio 8.4\u00a0%, objective 0.10\u00a0%.',
        },
        {
          title: 'orders',
          tier: 'critical',
          system: 'system:default/order-service',
          domain: 'domain:default/business-services',
          headline: 'p95 latency 480\u00a0ms, objective 300\u00a0ms.',
          leading: 'latencyP95Seconds',
          recent: { stepSeconds: 60 },
        },
        { title: 'cart', state: 'healthy', headline: '' },
      ],
    });
    const { body: some } = await portal.get(LENA, '/overview');
    expect(some).toMatchObject({
      counts: { failing: 0, degraded: 1, unknown: 0, healthy: 1 },
    });
    expect(JSON.stringify(some)).not.toContain('payouts');
    const { body: none } = await portal.get(NOBODY, '/overview');
    expect(none).toMatchObject({
      counts: { failing: 0, degraded: 0, unknown: 0, healthy: 0 },
      items: [],
    });
  });

  it('rolls up by system, domain and owner, worst first', async () => {
    const { body } = await portal.get(SAM, '/rollups?by=owner');
    expect(body.items).toMatchObject([
      { ref: 'group:default/payments', state: 'failing' },
      { ref: 'group:default/commerce', counts: { degraded: 1, healthy: 1 } },
    ]);
    const seen = await portal.get(LENA, '/rollups?by=owner');
    expect(seen.body.items).toHaveLength(1);
    const systems = await portal.get(LENA, '/rollups?by=system');
    expect(systems.body.items).toMatchObject([
      {
        ref: 'system:default/order-service',
        worst: [{ title: 'orders' }],
      },
    ]);
    expect((await portal.get(SAM, '/rollups?by=colour')).status).toBe(400);
  });

  it('explains one verdict, without what was meant for responders', async () => {
    const { body } = await portal.get(
      LENA,
      '/verdicts/component/default/orders',
    );
    expect(body).toMatchObject({
      entityRef: 'component:default/orders',
      state: 'degraded',
      reasons: [{ id: 'prometheus:latency-p95' }],
      ruledOut: [{ id: 'prometheus:errors' }],
      sources: [{ provider: 'prometheus', instance: 'mini-org' }],
      problems: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/secret|"seen"/);
  });

  it.each([
    '/verdicts/component/default/payouts',
    '/history/component/default/payouts',
    `/timeline/component/default/payouts?${lastHour()}`,
    `/series/component/default/payouts?chart=latency&${lastHour()}`,
    '/verdicts/component/default/toolkit',
    '/verdicts/component/default/missing',
  ])('finds nothing at %s for whoever may not see it', async path => {
    const { status, body } = await portal.get(LENA, path);
    expect(status).toBe(404);
    expect(body.error.name).toBe('NotFoundError');
  });

  it('answers for lists, with a blank for what is not theirs', async () => {
    const entityRefs = [
      'component:default/payouts',
      'component:default/orders',
      'component:default/missing',
    ];
    const { body } = await portal.post(LENA, '/verdicts/by-refs', {
      entityRefs,
    });
    expect(body.items).toMatchObject([null, { state: 'degraded' }, null]);
    const { body: histories } = await portal.post(LENA, '/history/by-refs', {
      entityRefs,
      days: 7,
    });
    expect(Object.keys(histories.items)).toEqual(['component:default/orders']);
    expect(histories.items[entityRefs[1]].days).toHaveLength(7);
  });

  it('tells periods of many to whoever asks for them', async () => {
    const ref = 'component:default/orders';
    const { body } = await portal.post(LENA, '/history/by-refs', {
      entityRefs: [ref],
      days: 2,
      periods: true,
    });
    expect(body.items[ref].periods[0]).toMatchObject({
      state: expect.any(String),
      from: expect.any(String),
    });
  });

  it('tells the history of one', async () => {
    const { body } = await portal.get(
      LENA,
      '/history/component/default/orders?days=2',
    );
    expect(body).toMatchObject({
      days: [{ state: 'unknown' }, { state: 'degraded' }],
      periods: [{ state: 'degraded' }],
    });
  });

  it('tells what happened, and who could not be asked', async () => {
    const { body } = await portal.get(
      LENA,
      `/timeline/component/default/orders?${lastHour()}`,
    );
    expect(body).toMatchObject({
      events: [{ kind: 'verdict', title: 'Degraded', state: 'degraded' }],
      problems: [
        {
          source: 'Argo CD',
          message: 'Argo CD answered 503 to GET /applications.',
        },
      ],
    });
  });

  it('draws charts that a source has, in a sane range', async () => {
    const path = '/series/component/default/orders';
    const drawn = await portal.get(LENA, `${path}?chart=latency&${lastHour()}`);
    expect(drawn.body.series).toEqual([{ name: 'p95', values: [0.48] }]);
    const refused = [
      `chart=errors&${lastHour()}`,
      `chart=colour&${lastHour()}`,
      'chart=latency&from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z',
      'chart=latency&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z',
      'chart=latency&from=2026-01-02T00:00:00Z&to=2046-01-01T00:00:00Z',
      `chart=latency&${lastHour()}&environment=a%22%7D`,
    ];
    const statuses = [];
    for (const query of refused) {
      statuses.push((await portal.get(LENA, `${path}?${query}`)).status);
    }
    expect(statuses).toEqual([404, 400, 400, 400, 400, 400]);
  });
});
