import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import request from 'supertest';
import costPlugin from '.';
import { ENTITIES } from './read/__testUtils__/world';

jest.setTimeout(60_000);

async function start() {
  const { server } = await startTestBackend({
    features: [
      costPlugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogServiceMock({ entities: [...ENTITIES] }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async () => {} }),
      }),
    ],
  });
  return server;
}

describe('the cost plugin', () => {
  it('answers on every route before a bill is known, and says so', async () => {
    const server = await start();
    const get = (path: string) =>
      request(server)
        .get(`/api/cost${path}`)
        .set('Authorization', mockCredentials.user.header());
    for (const path of [
      '/organisation',
      '/breakdown',
      '/entity/component/default/orders',
      '/entity/component/default/orders/resources',
      '/unattributed',
      '/unattributed/items',
      '/reconciliation',
      '/budgets',
      '/anomalies',
      '/savings',
      '/sources',
      '/export',
    ]) {
      const { status, body } = await get(path);
      expect([path, status, body.error]).toEqual([path, 200, undefined]);
    }
    const { body } = await get('/organisation');
    expect(body).toMatchObject({
      standing: { toDate: '0.00', daysKnown: 0 },
      verdict: { headline: expect.stringContaining('Nothing is known of') },
    });
    expect(body.basis).not.toHaveProperty('through');
  });

  it('decides the conditions of its permissions for entities of the catalog', async () => {
    const server = await start();
    const decide = async (entityRef: string, claim: string) => {
      const { body } = await request(server)
        .post('/api/cost/.well-known/backstage/permissions/apply-conditions')
        .set(
          'Authorization',
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service(),
            targetPluginId: 'cost',
          }),
        )
        .send({
          items: [
            {
              id: '1',
              resourceRef: entityRef,
              resourceType: 'cost-subject',
              conditions: {
                rule: 'IS_COST_OF_OWNED',
                resourceType: 'cost-subject',
                params: { claims: [claim] },
              },
            },
          ],
        });
      return body.items[0].result;
    };
    const ledger = 'component:default/ledger';
    expect(await decide(ledger, 'group:default/platform')).toBe('ALLOW');
    expect(await decide(ledger, 'group:default/payments')).toBe('ALLOW');
    expect(await decide(ledger, 'group:default/commerce')).toBe('DENY');
    expect(await decide('component:default/gone', 'group:default/x')).toBe(
      'DENY',
    );
  });
});
