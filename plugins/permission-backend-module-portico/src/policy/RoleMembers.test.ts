import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogRoleMembers } from './RoleMembers';

const user = (name: string, group: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
});

it('finds the members of the groups', async () => {
  const members = new CatalogRoleMembers({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: [user('samira.aziz', 'hr'), user('lena.fischer', 'engineers')],
    }),
  });
  await expect(members.membersOf(['group:default/hr'])).resolves.toEqual([
    'user:default/samira.aziz',
  ]);
});
