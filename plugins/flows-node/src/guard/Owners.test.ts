import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogOwners } from './Owners';

const component = (name: string, repository: string, owner: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'github.com/project-slug': repository },
  },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

describe('CatalogOwners', () => {
  const owners = new CatalogOwners({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: [
        component('ledger', 'mini-org/ledger', 'payments'),
        component('ledger-export', 'mini-org/ledger', 'data'),
        component('ledger-audit', 'mini-org/ledger', 'payments'),
        component('orders', 'mini-org/orders', 'commerce'),
      ],
    }),
    memberships: {
      groupsOf: async ref =>
        ref === 'user:default/mock' ? ['group:default/commerce'] : undefined,
    },
  });

  it('believes the catalog more than the step that names an owner', async () => {
    const entityRef = 'component:default/ledger';
    const owner = 'commerce';
    await expect(owners.ownerOf({ entityRef, owner })).resolves.toBe(
      'group:default/payments',
    );
    await expect(owners.ownerOf({ owner })).resolves.toBe(
      'group:default/commerce',
    );
  });

  it('finds whoever owns something in a repository', async () => {
    await expect(owners.ownersOfRepository('mini-org/ledger')).resolves.toEqual(
      ['group:default/payments', 'group:default/data'],
    );
    await expect(owners.ownersOfRepository('mini-org/new')).resolves.toEqual(
      [],
    );
  });

  it.each([
    ['a member', mockCredentials.user(), 'group:default/commerce', true],
    ['the owner', mockCredentials.user(), 'user:default/mock', true],
    ['somebody else', mockCredentials.user(), 'group:default/data', false],
    [
      'one who left',
      mockCredentials.user('user:default/gone'),
      'user:default/gone',
      false,
    ],
    ['a service', mockCredentials.service(), 'group:default/commerce', false],
  ])(
    'knows whether %s belongs to the owner',
    async (_who, credentials, owner, belongs) => {
      await expect(owners.isMember(credentials, owner)).resolves.toBe(belongs);
    },
  );
});
