import { mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { StepRunner } from '@portico/plugin-flows-test-utils';
import { createCheckRemovalAction } from './checkRemoval';
import { createUnregisterAction } from './unregister';

const entityRef = 'component:default/orders';
const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    uid: 'u1',
    annotations: {
      'github.com/project-slug': 'mini-org/orders',
      'backstage.io/managed-by-origin-location': 'url:https://github/a',
    },
  },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/commerce' },
    { type: 'dependencyOf', targetRef: 'component:default/web' },
  ],
};

describe('the end of a service', () => {
  const auth = mockServices.auth();
  const runner = new StepRunner();

  it('is agreed to with its name, and with what depends on it', async () => {
    const catalog = catalogServiceMock({ entities: [orders] });
    const action = createCheckRemovalAction({ auth, catalog });
    const check = (confirmation: string) =>
      runner.run(action, { entityRef, confirmation, how: 'delete' });
    expect((await check('order')).error).toBeInstanceOf(InputError);
    const { outputs } = await check('orders');
    expect(outputs).toMatchObject({
      name: 'orders',
      owner: 'group:default/commerce',
      repositorySlug: 'mini-org/orders',
      dependents: ['component:default/web'],
      change: {
        kind: 'removal',
        effects: [
          { severity: 'bad' },
          { severity: 'bad', text: 'it is needed by web' },
          {
            severity: 'bad',
            text: 'the repository mini-org/orders is deleted',
          },
        ],
      },
    });
  });

  it('takes the entity and its registration out of the catalog, once', async () => {
    const catalog = catalogServiceMock.mock({
      getEntityByRef: jest
        .fn()
        .mockResolvedValueOnce(orders)
        .mockResolvedValue(undefined),
      removeEntityByUid: jest.fn(async () => {}),
      getLocationByRef: jest.fn(async () => ({
        id: 'l1',
        type: 'url',
        target: 'https://github/a',
        entityRef: 'location:default/a',
      })),
      removeLocationById: jest.fn(async () => {}),
    });
    const action = createUnregisterAction({
      auth,
      catalog,
      ledger: runner.ledger,
      pollMs: 1,
    });
    const first = await runner.run(action, { entityRef });
    expect(first.error).toBeUndefined();
    expect(first.outputs).toEqual({ removed: true });
    expect(catalog.removeLocationById).toHaveBeenCalledWith(
      'l1',
      expect.anything(),
    );
    const again = await runner.run(action, { entityRef });
    expect(again.outputs).toEqual({ removed: false });
    expect(catalog.removeEntityByUid).toHaveBeenCalledTimes(1);
  });
});
