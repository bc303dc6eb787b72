import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import type { ApprovalReader } from '../approvals/ApprovalReader';
import { serviceViewer } from '../approvals/Viewer';
import type { Access } from '../router/Access';
import { createLedgerRoutes } from '../router/ledgerRoutes';
import { TaskLedgers } from './TaskLedgers';

function start(options: { reads: () => object; answer: Response }) {
  const fetched = jest
    .spyOn(global, 'fetch')
    .mockImplementation(async () => options.answer);
  const app = express().use(
    createLedgerRoutes({
      access: { reader: async () => serviceViewer } as unknown as Access,
      reader: { get: async () => options.reads() } as unknown as ApprovalReader,
      ledgers: new TaskLedgers({
        auth: mockServices.auth(),
        discovery: mockServices.discovery(),
      }),
    }),
    mockErrorHandler(),
  );
  return { fetched, app };
}

describe('the ledger of the task that waits', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is asked for in the name of the plugin, for whoever sees the approval', async () => {
    const ledger = { rows: [{ kind: 'Branch', name: 'resize-db' }] };
    const { fetched, app } = start({
      reads: () => ({ taskId: 'task/1' }),
      answer: Response.json(ledger),
    });
    const { body } = await request(app).get('/approvals/a1/ledger');
    expect(body).toEqual(ledger);
    const [url, init] = fetched.mock.calls[0];
    expect(url).toMatch(/scaffolder\/portico\/tasks\/task%2F1\/ledger$/);
    expect(init?.headers).toEqual({
      authorization: mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:test'),
        targetPluginId: 'scaffolder',
      }),
    });
  });

  it('is not there for whoever does not see the approval, and nobody is asked', async () => {
    const { fetched, app } = start({
      reads: () => {
        throw new NotFoundError('No such approval');
      },
      answer: Response.json({}),
    });
    expect((await request(app).get('/approvals/a1/ledger')).status).toBe(404);
    expect(fetched).not.toHaveBeenCalled();
  });
});
