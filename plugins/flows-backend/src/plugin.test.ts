import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import flowsPlugin from '.';

describe('GET /api/flows/names/:name', () => {
  async function start() {
    const { server } = await startTestBackend({
      features: [
        flowsPlugin,
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'orders', namespace: 'default' },
              spec: { owner: 'commerce' },
            },
          ],
        }),
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    return server;
  }

  it('says whether a name is free, and which source could not be asked', async () => {
    const server = await start();
    const free = await request(server).get('/api/flows/names/gift-cards');
    expect(free.body).toMatchObject({
      free: true,
      unknown: [{ where: 'github' }],
    });
    const taken = await request(server).get('/api/flows/names/orders');
    expect(taken.body).toMatchObject({
      free: false,
      taken: [{ url: '/catalog/default/component/orders' }],
    });
  });

  it('explains a malformed name', async () => {
    const response = await request(await start()).get(
      `/api/flows/names/${encodeURIComponent('Gift Cards')}`,
    );
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('Use hyphens');
  });

  it('answers nobody who is not signed in', async () => {
    const response = await request(await start())
      .get('/api/flows/names/orders')
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });
});
