import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import express from 'express';
import request from 'supertest';
import { createGrafana } from '../createGrafana';
import { createRouter } from '../router/createRouter';
import { catalogFor } from './catalogFor';
import { FakeGrafana } from './FakeGrafana';

/** The routes over a Grafana in memory, at an hour that stands still until it is set. */
export function startRouter(options: {
  entities: Entity[];
  grafana?: JsonObject;
  fake?: FakeGrafana;
}) {
  const { entities, grafana = {}, fake = new FakeGrafana() } = options;
  const clock = { now: new Date('2026-11-21T14:00:00Z') };
  const app = express();
  app.use(
    createRouter({
      ...createGrafana({
        config: new ConfigReader({ grafana }),
        instances: fake.asInstances(),
        now: () => clock.now,
      }),
      auditor: mockServices.auditor.mock(),
      auth: mockServices.auth(),
      catalog: catalogFor(entities),
      httpAuth: mockServices.httpAuth(),
      permissions: mockServices.permissions(),
    }),
  );
  app.use(mockErrorHandler());
  return {
    fake,
    clock,
    get: (path: string, user = 'user:default/lena.fischer') =>
      request(app)
        .get(path)
        .set('authorization', mockCredentials.user.header(user)),
  };
}
