import type { AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { daysFrom } from '../store/days';
import {
  component,
  createTestDatabases,
  startFindings,
} from './__testUtils__/startFindings';

const LENA = 'user:default/lena'; // of commerce
const FINN = 'user:default/finn'; // of finance
const PLAT = 'user:default/plat'; // of the platform team
const NOBODY = 'user:default/nobody';
const COMMERCE = 'group:default/commerce';
const ORDERS = 'component:default/orders';

jest.setTimeout(240_000);

const databases = createTestDatabases();
afterEach(() => jest.restoreAllMocks());

/** What the rules of the sandbox say of these four. */
const permissions = mockServices.permissions.mock({
  authorize: async (queries, options) => {
    const user = userOf(options);
    return queries.map(({ permission }) => ({
      result:
        user === PLAT ||
        (user === FINN && permission.name !== 'cost.source.collect')
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    }));
  },
  authorizeConditional: async (queries, options) => {
    const user = userOf(options);
    return queries.map((): PolicyDecision => {
      if (user === PLAT || user === FINN) {
        return { result: AuthorizeResult.ALLOW };
      }
      if (user !== LENA) return { result: AuthorizeResult.DENY };
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'cost',
        resourceType: 'cost-subject',
        conditions: {
          rule: 'IS_COST_OF_OWNED',
          resourceType: 'cost-subject',
          params: { claims: [LENA, COMMERCE] },
        },
      };
    });
  },
});

function userOf(options?: { credentials?: unknown }): string | undefined {
  const { principal } = options?.credentials as {
    principal: { userEntityRef?: string };
  };
  return principal.userEntityRef;
}

/** Orders of commerce, and payouts of payments; each has a budget and runs away, and so does something of nobody's. */
async function start() {
  const audited: string[] = [];
  const audit = (
    { eventId, meta }: AuditorServiceCreateEventOptions,
    status: string,
  ) => audited.push(`${eventId} ${meta?.reason}: ${status}`);
  const found = await startFindings(databases, 'SQLITE_3', {
    entities: [
      component('orders', { budget: '700 USD' }),
      component('payouts', {
        budget: '500 USD',
        owner: 'group:default/payments',
      }),
    ],
    cost: { budgets: [{ organisation: true, amount: '2000 USD' }] },
    services: {
      permissions,
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.none(),
      }),
      auditor: mockServices.auditor.mock({
        createEvent: async options => ({
          success: async () => {
            audit(options, 'succeeded');
          },
          fail: async ({ error }) => {
            audit(options, `failed, ${error.name}`);
          },
        }),
      }),
    },
  });
  const days = daysFrom('2026-08-01', '2026-11-19');
  await found.books.write(
    days.flatMap(day => {
      const cost = day >= '2026-11-15' ? 60 : 10;
      return [
        { day, cost, entity: ORDERS },
        { day, cost, entity: 'component:default/payouts' },
        { day, cost, cause: 'no-tag', account: 'staging' },
      ];
    }),
  );
  await found.look('2026-11-20');
  const app = express();
  app.use(express.json());
  app.use(found.routes);
  app.use(mockErrorHandler());
  const get = (user: string, path: string) =>
    request(app)
      .get(path)
      .set('Authorization', mockCredentials.user.header(user));
  const resolve = (user: string, id: string, reason?: string) =>
    request(app)
      .post(`/anomalies/${id}/resolve`)
      .set('Authorization', mockCredentials.user.header(user))
      .send({ reason });
  const idOf = async (title: RegExp) => {
    const { body } = await get(PLAT, '/anomalies');
    return body.items.find((it: { title: string }) => title.test(it.title)).id;
  };
  return { ...found, audited, get, resolve, idOf };
}

describe('findings', () => {
  it('are shown of what the reader may see', async () => {
    const { get } = await start();
    const titles = async (user: string, path: string) =>
      (await get(user, path)).body.items
        .map(({ title }: { title: string }) => title)
        .sort();
    expect(await titles(LENA, '/anomalies')).toEqual(['orders']);
    expect(await titles(FINN, '/anomalies')).toEqual([
      'No owner, account staging',
      'orders',
      'payouts',
    ]);
    expect(await titles(LENA, '/budgets')).toEqual(['orders']);
    expect(await titles(FINN, '/budgets')).toEqual([
      'The organisation',
      'orders',
      'payouts',
    ]);
    expect((await get(NOBODY, '/budgets')).status).toBe(403);
    expect((await get(NOBODY, '/anomalies')).status).toBe(403);
    expect((await get(NOBODY, '/savings')).status).toBe(403);
  });

  it('say how budgets stand, with their alerts', async () => {
    const { get } = await start();
    const { body } = await get(LENA, '/budgets?month=2026-11');
    expect(body.items).toEqual([
      expect.objectContaining({
        id: ORDERS,
        entityRef: ORDERS,
        standing: expect.objectContaining({
          month: '2026-11',
          toDate: '440.00',
          budget: expect.objectContaining({
            amount: '700.00',
            from: 'annotation',
            passed: 0.5,
            state: 'heading-over',
          }),
        }),
        alerts: expect.arrayContaining([
          expect.objectContaining({ threshold: 'forecast', month: '2026-11' }),
          expect.objectContaining({ threshold: 'half', month: '2026-11' }),
        ]),
      }),
    ]);
    expect((await get(LENA, '/budgets?month=soon')).status).toBe(400);
  });

  it('are of the month that is asked for', async () => {
    const { get } = await start();
    const { body } = await get(FINN, '/anomalies?month=2026-10');
    expect(body.items).toEqual([]);
    expect(body.basis).toMatchObject({
      metric: 'effective',
      currency: 'USD',
      through: '2026-11-19',
    });
  });

  it('are answered once, by those who may, with a reason that stays', async () => {
    const { resolve, idOf, look, books, get, audited } = await start();
    const id = await idOf(/^orders$/);
    expect((await resolve(LENA, id)).status).toBe(400);
    expect((await resolve(LENA, id, 'A sale.')).body).toMatchObject({
      state: 'resolved',
      resolved: { by: LENA, reason: 'A sale.' },
    });
    expect((await resolve(LENA, id, 'Again.')).status).toBe(409);
    await books.write([
      { day: '2026-11-20', cost: 70, entity: ORDERS },
      { day: '2026-11-20', cost: 10, entity: 'component:default/payouts' },
    ]);
    await look('2026-11-21');
    const { body } = await get(LENA, '/anomalies');
    expect(body.items).toEqual([
      expect.objectContaining({ id, state: 'resolved' }),
    ]);
    expect(audited).toEqual([
      'cost-anomaly-resolve A sale.: succeeded',
      'cost-anomaly-resolve Again.: failed, ConflictError',
    ]);
  });

  it('are not answered by others', async () => {
    const { resolve, idOf, audited } = await start();
    const payouts = await idOf(/^payouts$/);
    const nobodys = await idOf(/^No owner/);
    expect((await resolve(LENA, payouts, 'Mine?')).status).toBe(404);
    expect((await resolve(LENA, nobodys, 'Mine?')).status).toBe(404);
    expect((await resolve(NOBODY, payouts, 'Mine?')).status).toBe(403);
    // Finance sees it, and can't do anything about it.
    expect((await resolve(FINN, nobodys, 'Known.')).status).toBe(403);
    expect((await resolve(FINN, payouts, 'Agreed.')).status).toBe(200);
    expect((await resolve(PLAT, nobodys, 'A load test.')).status).toBe(200);
    expect(audited).toHaveLength(6);
  });
});
