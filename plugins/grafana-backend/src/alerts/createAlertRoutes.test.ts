import type { AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { FakeGrafana } from './__testUtils__/FakeGrafana';
import { AlertService } from './AlertService';
import { createAlertRoutes } from './createAlertRoutes';

const LENA = 'user:default/lena.fischer';
const SAM = 'user:default/sam.idowu';
const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};
const lena = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'lena.fischer' },
  spec: { profile: { displayName: 'Lena Fischer' } },
};

describe('routes of alerts', () => {
  const grafana = new FakeGrafana();
  const audited: string[] = [];
  let app: express.Express;
  beforeAll(async () => {
    const note = (
      { eventId, meta }: AuditorServiceCreateEventOptions,
      how: string,
    ) => {
      audited.push(`${eventId} ${meta?.action} ${meta?.entityRef} ${how}`);
    };
    app = express()
      .use(
        createAlertRoutes({
          alerts: new AlertService({
            instances: await grafana.start(),
            now: () => new Date(),
          }),
          auditor: mockServices.auditor.mock({
            createEvent: async options => ({
              success: async () => note(options, 'succeeded'),
              fail: async () => note(options, 'failed'),
            }),
          }),
          auth: mockServices.auth(),
          catalog: catalogServiceMock({ entities: [lena] }),
          httpAuth: mockServices.httpAuth(),
          permissions: mockServices.permissions.mock({
            authorize: async (queries, options) =>
              queries.map(() => ({
                result: JSON.stringify(options?.credentials).includes(LENA)
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
              })),
          }),
          readEntity: async ref => {
            if (ref === 'component:default/orders') return orders;
            throw new NotFoundError(`There is no ${ref}.`);
          },
        }),
      )
      .use(mockErrorHandler());
  });
  afterAll(() => grafana.stop());
  beforeEach(() => {
    audited.length = 0;
  });

  const as = (user: string, call: request.Test) =>
    call.set('Authorization', mockCredentials.user.header(user));
  const PATH = '/silences/component/default/orders';
  const body = {
    instance: 'mini-org',
    ruleUid: 'orders-pool',
    minutes: 60,
    comment: 'deploying',
  };

  it('lists to whoever may read the entity', async () => {
    const of = (name: string) =>
      as(SAM, request(app).get(`/alerts/component/default/${name}`));
    const { body: list } = await of('orders').expect(200);
    expect(list.items).toHaveLength(5);
    expect(JSON.stringify(list)).not.toContain('glsa_s3cr3t');
    await of('secret').expect(404);
    const asked = grafana.asked.length;
    const refused = await of('orders?expr=up').expect(400);
    expect(refused.body.error.name).toBe('RequestRefusedError');
    expect(grafana.asked).toHaveLength(asked);
  });

  it('mutes in the name of whoever asks, and ends it', async () => {
    const { body: made } = await as(LENA, request(app).post(PATH))
      .send(body)
      .expect(201);
    expect(made.createdBy).toBe('Lena Fischer (user:default/lena.fischer)');
    const path = `${PATH}/mini-org/${made.id}`;
    await as(SAM, request(app).delete(path)).expect(403);
    await as(LENA, request(app).delete(path)).expect(204);
    await as(LENA, request(app).delete(path)).expect(404);
    expect(grafana.silences).toEqual([]);
    expect(audited).toEqual([
      'grafana-silence create component:default/orders succeeded',
      'grafana-silence expire component:default/orders failed',
      'grafana-silence expire component:default/orders succeeded',
      'grafana-silence expire component:default/orders failed',
    ]);
  });

  it('says who may, to whoever may not', async () => {
    const answer = await as(SAM, request(app).post(PATH)).send(body);
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain(
      "permission 'grafana.alert.silence'",
    );
    expect(audited).toEqual([
      'grafana-silence create component:default/orders failed',
    ]);
    expect(grafana.silences).toEqual([]);
  });

  it.each([
    [{ minutes: 4 }, 'minutes'],
    [{ minutes: 1441 }, 'minutes'],
    [{ comment: ' ' }, 'comment'],
    [{ matchers: [] }, 'matchers'],
  ])('refuses %j', async (change, named) => {
    const answer = await as(LENA, request(app).post(PATH)).send({
      ...body,
      ...change,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(named);
  });
});
