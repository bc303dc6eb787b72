import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { CostRow } from '@portico/plugin-cost-node';
import express, { json } from 'express';
import request from 'supertest';
import { FakeBill } from '../../__testUtils__/FakeBill';
import { startCost, TestClock } from '../../__testUtils__/startCost';
import { createExportRoute } from '../../router/exportRoute';
import { createReadRoutes } from '../../router/readRoutes';
import { createRead } from '../createRead';
import type { Findings, MonthBudget } from '../Findings';
import { billRows, ENTITIES, RULES } from './world';

type Knex = Awaited<ReturnType<TestDatabases['init']>>;

/** Noon of the day after the last that the bill tells of. */
const NOON = 14 * 24;

/** Who asks: finance sees all, a team what it owns, a guest nothing. */
export type Role = 'finance' | 'guest' | (string & {});

export const personOf = (role: Role) => `user:default/${role}`;

/** As the policy of the portal decides: finance all, guests nothing, others what their own team owns. */
const permissions = mockServices.permissions.mock({
  authorize: async (queries, options) =>
    queries.map(() => ({
      result:
        roleOf(options?.credentials) === 'finance'
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    })),
  authorizeConditional: async (queries, options) =>
    queries.map(() => {
      const role = roleOf(options?.credentials);
      if (role === 'finance') return { result: AuthorizeResult.ALLOW };
      if (role === 'guest') return { result: AuthorizeResult.DENY };
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'cost',
        resourceType: 'cost-subject',
        conditions: {
          rule: 'IS_COST_OF_OWNED',
          resourceType: 'cost-subject',
          params: { claims: [personOf(role), `group:default/${role}`] },
        },
      };
    }),
});

function roleOf(credentials: unknown): string {
  const { principal } = credentials as {
    principal: { userEntityRef: string };
  };
  return principal.userEntityRef.split('/')[1];
}

/** Costs of the test's world, collected and attributed, behind their routes. */
export async function startRead(
  knex: Knex,
  options: {
    rows?: CostRow[];
    config?: JsonObject;
    budgets?: Record<string, MonthBudget>;
  } = {},
) {
  const bill = new FakeBill('aws:main');
  bill.rows = options.rows ?? billRows();
  const clock = new TestClock();
  clock.pass(NOON);
  const cost = await startCost(knex, {
    clock,
    bills: [bill],
    entities: [...ENTITIES],
    config: { rules: RULES, ...options.config },
  });
  await cost.collect();
  const findings: Findings = {
    budgets: async () => new Map(Object.entries(options.budgets ?? {})),
    alerts: async () => [],
    anomalies: async () => [],
    savings: async () => [],
    unitCosts: async () => [],
  };
  const audited: string[] = [];
  const context = { ...cost.context, permissions };
  const read = createRead(context, findings);
  const httpAuth = mockServices.httpAuth();
  const app = express()
    .use(json())
    .use(createReadRoutes({ ...read, httpAuth }))
    .use(
      createExportRoute({
        ...read,
        httpAuth,
        auditor: mockServices.auditor.mock({
          createEvent: async ({ eventId, meta }) => ({
            success: async more => {
              audited.push(
                `${eventId} ${meta?.format} ${more?.meta?.scope} succeeded`,
              );
            },
            fail: async () => {
              audited.push(`${eventId} ${meta?.format} failed`);
            },
          }),
        }),
      }),
    )
    .use(mockErrorHandler());
  const as = (role: Role) => mockCredentials.user.header(personOf(role));
  return {
    ...cost,
    audited,
    bill,
    read,
    get: (role: Role, path: string) =>
      request(app).get(path).set('Authorization', as(role)),
    post: (role: Role, path: string, body: object) =>
      request(app).post(path).set('Authorization', as(role)).send(body),
  };
}
