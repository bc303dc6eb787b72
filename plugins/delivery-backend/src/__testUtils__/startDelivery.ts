import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scaffolderServiceMock } from '@backstage/plugin-scaffolder-node/testUtils';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import type { Knex } from 'knex';
import { readDeliveryConfig } from '../config/DeliveryConfig';
import { createDelivery } from '../createDelivery';
import { Upstream } from './Upstream';
import { application, component, comparison, ORDERS } from './world';

const NOW = '2026-11-20T14:00:00.000Z';

/** What the scaffolder lists of a flow. */
export function task(id: string, template: string, values: object) {
  return {
    id,
    status: 'completed' as const,
    createdAt: '2026-11-18T09:00:00Z',
    spec: {
      apiVersion: 'scaffolder.backstage.io/v1beta3' as const,
      steps: [],
      output: {},
      parameters: { ...values },
      templateInfo: { entityRef: `template:default/${template}` },
    },
  };
}

/**
 * Delivery over a database, with outside systems that the test speaks for. *orders* was deployed three times
 * and rolled back; *payouts* was created and is not deployed.
 */
export async function startDelivery(knex: Knex) {
  const argocd = new Upstream();
  const github = new Upstream();
  const health = new Upstream();
  await Promise.all([argocd, github, health].map(one => one.start()));
  argocd.answers['/api/v1/applications'] = {
    items: [
      application('orders', github.url, [
        ['2026-11-10T10:00:00Z', 'a1'],
        ['2026-11-18T10:30:00Z', 'b2'],
        ['2026-11-19T12:00:00Z', 'c3'],
        ['2026-11-19T12:20:00Z', 'b2'],
      ]),
    ],
  };
  github.answers = {
    '/repos/mini-org/orders/compare/a1...b2': comparison(
      ['2026-11-18T10:00:00Z', 'b1'],
      ['2026-11-18T10:20:00Z', 'b2'],
    ),
    '/repos/mini-org/orders/compare/b2...c3': comparison([
      '2026-11-19T11:10:00Z',
      'c3',
    ]),
    '/repos/mini-org/people/issues/7': { created_at: '2026-11-18T03:00:00Z' },
  };
  const periods = [
    ['2026-11-19T12:40:00Z', 'healthy'],
    ['2026-11-19T12:10:00Z', 'failing', '2026-11-19T12:40:00Z'],
    ['2026-11-01T00:00:00Z', 'healthy', '2026-11-19T12:10:00Z'],
  ].map(([from, state, until]) => ({ from, state, until, headline: 'p95' }));
  health.answers['/history/by-refs'] = { items: { [ORDERS]: { periods } } };
  const tasks = [
    task('t1', 'new-service', { name: 'payouts' }),
    task('t2', 'user-onboarding', {
      issueUrl: `${github.url}/mini-org/people/issues/7`,
    }),
    task('t3', 'promote', {}),
  ];
  let now = NOW;
  const logger = mockServices.logger.mock();
  const delivery = await createDelivery({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: [
        component('orders', 'commerce'),
        component('payouts', 'payments'),
      ],
    }),
    config: readDeliveryConfig(mockServices.rootConfig()),
    database: mockServices.database({ knex }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => health.url,
    }),
    instances: ArgocdInstances.fromConfig(
      mockServices.rootConfig({
        data: {
          argocd: {
            instances: [{ name: 'mini-org', baseUrl: argocd.url, token: 't' }],
          },
        },
      }),
    ),
    integrations: ScmIntegrations.fromConfig(
      mockServices.rootConfig({
        data: {
          integrations: {
            github: [{ host: github.host, apiBaseUrl: github.url, token: 'g' }],
          },
        },
      }),
    ),
    logger,
    permissions: mockServices.permissions(),
    reports: { report: () => {}, list: () => [] },
    scaffolder: scaffolderServiceMock.mock({
      listTasks: async () => ({ items: tasks, totalItems: tasks.length }),
      getLogs: async ({ taskId }) => [
        {
          id: 1,
          taskId,
          type: 'completion',
          createdAt: '2026-11-18T09:00:40Z',
          body: { message: 'Run completed' },
        },
      ],
    }),
    now: () => new Date(now),
  });
  const credentials = mockCredentials.user();
  return {
    ...delivery,
    argocd,
    github,
    health,
    /** Makes the time `minutes` later. */
    pass(minutes: number) {
      now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
    },
    collect: () => delivery.collector.collect(new AbortController().signal),
    overview: (days = 7) =>
      delivery.reader.overview({ days, by: 'owner' }, credentials),
    entity: (ref: string) => delivery.reader.entity(ref, 7, credentials),
    changes: (ref: string, from: string, to: string) =>
      delivery.reader.changes(
        ref,
        { from: new Date(from), to: new Date(to) },
        credentials,
      ),
    stop: () => Promise.all([argocd, github, health].map(one => one.stop())),
  };
}
