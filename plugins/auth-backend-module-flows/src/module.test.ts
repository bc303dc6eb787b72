import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import authModuleFlows from './index';

const LENA = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'lena.fischer', namespace: 'default' },
  spec: { memberOf: ['commerce'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/commerce' }],
};

async function start() {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleFlows,
      catalogServiceMock.factory({ entities: [LENA] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          auth: { providers: { flows: {} } },
        },
      }),
    ],
  });
  const ask = (authorization: string, userEntityRef?: string) =>
    request(server)
      .post('/api/auth/flows/refresh')
      .set('authorization', authorization)
      .send({ userEntityRef });
  return { ask, server };
}

/** Claims of a JWT, unverified. */
function claimsOf(token: string) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
}

const AS_SCAFFOLDER = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:scaffolder'),
  targetPluginId: 'auth',
});

describe('delegation to flows', () => {
  it('gives the scaffolder a token of a person', async () => {
    const { ask } = await start();
    const { body, status } = await ask(
      AS_SCAFFOLDER,
      'user:default/lena.fischer',
    );
    expect(status).toBe(200);
    expect(claimsOf(body.token).sub).toBe('user:default/lena.fischer');
  });

  it('gives none for a person who is not in the catalog', async () => {
    const { ask } = await start();
    const { status } = await ask(AS_SCAFFOLDER, 'user:default/gone');
    expect(status).toBe(404);
  });

  it.each([
    ['a person', mockCredentials.user.header(), 403],
    ['nobody', mockCredentials.none.header(), 401],
    [
      'another plugin',
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:search'),
        targetPluginId: 'auth',
      }),
      403,
    ],
  ])('gives none to %s', async (_who, authorization, expected) => {
    const { ask } = await start();
    const { body, status } = await ask(
      authorization,
      'user:default/lena.fischer',
    );
    expect(status).toBe(expected);
    expect(body.token).toBeUndefined();
  });

  it('is no way to sign in', async () => {
    const { server } = await start();
    const { status } = await request(server).get('/api/auth/flows/start');
    expect(status).toBe(404);
  });
});
