import {
  createBackendModule,
  createServiceFactory,
  type AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  healthExtensionPoint,
  type HealthResponder,
} from '@portico/plugin-health-node';
import request from 'supertest';
import healthPlugin from '..';
import { catalogFor } from './catalogFor';
import { FakeProvider, signal } from './FakeProvider';
import { HandScheduler } from './HandScheduler';
import { PAYMENTS, world } from './world';

export const LENA = 'user:default/lena.fischer';
export const SAM = 'user:default/sam.idowu';
export const NOBODY = 'user:default/nobody';

/** Offers one thing of each kind, and says what it was given. */
const responder: HealthResponder = {
  id: 'prometheus',
  offers: (_subject, { state }) =>
    state === 'healthy'
      ? []
      : [
          { id: 'prometheus:ack', kind: 'acknowledge', title: 'Acknowledge' },
          { id: 'prometheus:silence', kind: 'silence', title: 'Silence' },
        ],
  respond: async (_subject, offer, { comment }, { actor, verdict }) => ({
    message: `${offer.title} by ${actor.name} <${
      actor.email
    }> of ${verdict.signals
      .map(it => it.reference?.fingerprint)
      .filter(Boolean)}: ${comment}`,
  }),
};

/** Lena may read what is not of payments, Sam all, nobody nothing. Of what they read, both may all but silence. */
export async function startPlugin() {
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
  prometheus.collection = {
    deploys: new Map([
      [
        'component:default/orders',
        {
          at: '2026-11-20T13:47:00.000Z',
          revision: '7f3c2a1',
          environment: 'production',
        },
      ],
    ]),
  };
  const scheduler = new HandScheduler();
  const actions = actionsRegistryServiceMock();
  const notified: unknown[] = [];
  const audited: string[] = [];
  const audit = (
    { eventId, meta }: AuditorServiceCreateEventOptions,
    status: string,
  ) => {
    audited.push(`${eventId} ${meta?.entityRef} ${meta?.id} ${status}`);
  };
  const { server } = await startTestBackend({
    features: [
      healthPlugin,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: { health: { providers: { prometheus: { jitterSeconds: 0 } } } },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogFor(
            () => world,
            (user, entity) =>
              entity.kind === 'Template'
                ? user === LENA
                : user === SAM || entity.spec?.owner !== PAYMENTS,
          ),
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async (notification: unknown) => {
            notified.push(notification);
          },
        }),
      }),
      mockServices.auditor.mock({
        createEvent: async options => ({
          success: async () => audit(options, 'succeeded'),
          fail: async () => audit(options, 'failed'),
        }),
      }).factory,
      mockServices.permissions.mock({
        authorize: async queries =>
          queries.map(({ permission }) => ({
            result:
              permission.name === 'health.alert.silence'
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
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
              health.addResponder(responder);
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
  return { get, post, prometheus, scheduler, actions, notified, audited };
}
