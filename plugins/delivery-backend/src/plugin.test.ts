import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { scaffolderServiceMock } from '@backstage/plugin-scaffolder-node/testUtils';
import request from 'supertest';
import plugin from '.';
import { component } from './__testUtils__/world';

jest.setTimeout(240_000);

type Task = { id: string; fn: (signal: AbortSignal) => Promise<void> };

const ENTITIES: Entity[] = [
  component('orders', 'commerce'),
  component('payouts', 'payments'),
];

/** A portal whose policy lets the caller read all, or nothing; collected once. */
async function startPortal(result: AuthorizeResult) {
  const tasks: Task[] = [];
  const { server } = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities: ENTITIES }),
      mockServices.permissions.mock({
        authorizeConditional: async () => [{ result } as never],
      }).factory,
      mockServices.scheduler.mock({
        scheduleTask: async task => {
          tasks.push(task as Task);
        },
      }).factory,
      scaffolderServiceMock.mock({
        listTasks: async () => ({ items: [], totalItems: 0 }),
      }).factory,
    ],
  });
  const collect = tasks.find(({ id }) => id === 'delivery-collect')!;
  await collect.fn(new AbortController().signal);
  return (path: string) =>
    request(server)
      .get(`/api/delivery${path}`)
      .set('authorization', mockCredentials.user.header());
}

it('answers without Argo CD, and says what to configure', async () => {
  const get = await startPortal(AuthorizeResult.ALLOW);
  const { status, body } = await get('/overview');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    days: 28,
    goldenPath: { services: { n: 2 } },
    sources: [
      { state: 'silent', message: expect.stringContaining('argocd.instances') },
      { title: 'GitHub', state: 'answered' },
      { title: 'Health', state: 'silent' },
      { title: 'Flows', state: 'answered' },
    ],
  });
});

it('counts nothing that the caller may not see', async () => {
  const get = await startPortal(AuthorizeResult.DENY);
  const { body } = await get('/overview?days=90&by=system');
  expect(body).toMatchObject({
    groups: [],
    goldenPath: { services: { n: 0 }, teams: { n: 0 } },
  });
  const { status } = await get('/entities/component/default/orders');
  expect(status).toBe(404);
});

it.each([
  '/overview?days=0',
  '/overview?days=1000',
  '/overview?by=name',
  '/entities/component/default/orders/changes?from=yesterday',
])('refuses %s', async path => {
  const get = await startPortal(AuthorizeResult.ALLOW);
  expect((await get(path)).status).toBe(400);
});
