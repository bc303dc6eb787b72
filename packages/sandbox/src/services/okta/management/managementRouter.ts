import express from 'express';
import PromiseRouter from 'express-promise-router';
import { createId } from '../directory';
import { authenticate } from './authenticate';
import { createGroupsRouter } from './groupsRouter';
import { createLogsRouter } from './logsRouter';
import type { OktaApi } from './OktaApi';
import { limitRate } from './limitRate';
import { createUsersRouter } from './usersRouter';

/** The management API, below `/api/v1`. */
export function createManagementRouter(api: OktaApi) {
  const router = PromiseRouter();
  router.use(limitRate(api.rateLimit));
  router.use(authenticate);
  router.use(express.json({ limit: '1mb' }));
  router.use('/users', createUsersRouter(api));
  router.use('/groups', createGroupsRouter(api));
  router.get('/apps', (_request, response) => {
    response.json([]);
  });
  router.use('/logs', createLogsRouter(api));
  router.get('/org', (_request, response) => {
    response.json({
      id: createId('00o', 'mini-org'),
      companyName: 'mini-org (sandbox)',
      subdomain: 'mini-org',
      status: 'ACTIVE',
      website: api.baseUrl,
      created: '2024-02-01T09:00:00.000Z',
      lastUpdated: '2024-02-01T09:00:00.000Z',
      expiresAt: null,
      _links: {},
    });
  });
  return router;
}
