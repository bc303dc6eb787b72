import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { FakeBill, row } from '../__testUtils__/FakeBill';
import { startCost } from '../__testUtils__/startCost';
import { createSourceRoutes } from './createSourceRoutes';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
jest.setTimeout(120_000);

async function start(allowed: string[]) {
  const bill = new FakeBill();
  bill.rows = [row({ day: '2026-11-04', cost: '1' })];
  bill.problems = [{ where: 'bill.csv', line: 3, message: 'Tags is {.' }];
  const cost = await startCost(await databases.init('SQLITE_3'), {
    bills: [bill],
  });
  await cost.collect();
  const audited: string[] = [];
  const app = express();
  app.use(
    createSourceRoutes({
      ...cost.context,
      ...cost,
      auditor: mockServices.auditor.mock({
        createEvent: async ({ eventId, meta }) => ({
          success: async () => {
            audited.push(`${eventId} ${meta?.source} succeeded`);
          },
          fail: async () => {
            audited.push(`${eventId} ${meta?.source} failed`);
          },
        }),
      }),
      permissions: mockServices.permissions.mock({
        authorize: async queries =>
          queries.map(({ permission }) => ({
            result: allowed.includes(permission.name)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          })),
      }),
    }),
  );
  app.use(mockErrorHandler());
  const as = mockCredentials.user.header();
  return {
    ...cost,
    bill,
    audited,
    get: () => request(app).get('/sources').set('Authorization', as),
    post: (id: string) =>
      request(app).post(`/sources/${id}/collect`).set('Authorization', as),
  };
}

describe('sources', () => {
  it('say to finance how bills come in, and what asking costs', async () => {
    const { get } = await start(['cost.bill.read']);
    const { body, status } = await get();
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      {
        id: 'fake:bill',
        kind: 'billed',
        role: 'bill',
        from: '2026-11-04',
        through: '2026-11-04',
        backfill: { done: 2, of: 2 },
        requests: 4,
        spent: { amount: '0.04', currency: 'USD' },
        nextCollection: {
          requests: 2,
          cost: { amount: '0.02', currency: 'USD' },
        },
        malformed: [
          { where: 'bill.csv', line: 3, message: 'Tags is {.' },
          { where: 'bill.csv', line: 3, message: 'Tags is {.' },
        ],
      },
    ]);
  });

  it('are nobody else’s business', async () => {
    const { get } = await start(['cost.subject.read']);
    const { body, status } = await get();
    expect(status).toBe(403);
    expect(body.error.message).toContain('cost.bill.read');
  });

  it('are collected when somebody who may asks, which leaves a record', async () => {
    const { post, audited, pull, bill } = await start(['cost.source.collect']);
    const { body, status } = await post('fake:bill');
    expect([status, body.message]).toEqual([
      202,
      'Bill fake:bill is asked for its newest days within a minute.',
    ]);
    await pull();
    expect(bill.asked.at(-1)).toEqual({ from: '2026-11-03', to: '2026-11-05' });
    expect((await post('other')).status).toBe(404);
    expect(audited).toEqual([
      'cost-collect fake:bill succeeded',
      'cost-collect other failed',
    ]);
  });

  it('are not collected for others, which leaves a record, too', async () => {
    const { post, audited, pull, bill } = await start(['cost.bill.read']);
    expect((await post('fake:bill')).status).toBe(403);
    await pull();
    expect(bill.asked).toHaveLength(2);
    expect(audited).toEqual(['cost-collect fake:bill failed']);
  });
});
