import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogMemberships } from './Memberships';

const LENA = 'user:default/lena.fischer';

function lena(groups: string[], status?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'lena.fischer',
      annotations: status ? { 'okta.com/status': status } : undefined,
    },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  };
}

function setup(initial: Entity | undefined) {
  let user = initial;
  let now = 0;
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async () => user,
  });
  const memberships = new CatalogMemberships({
    auth: mockServices.auth(),
    catalog,
    now: () => now,
  });
  return {
    catalog,
    memberships,
    become: (entity: Entity | undefined) => (user = entity),
    pass: (seconds: number) => (now += seconds * 1000),
  };
}

describe('CatalogMemberships', () => {
  it('takes a right away some seconds after the catalog lost the membership', async () => {
    const { memberships, become, pass } = setup(lena(['engineers']));
    const engineers = ['group:default/engineers'];
    await expect(memberships.groupsOf(LENA)).resolves.toEqual(engineers);
    become(lena([]));
    pass(4);
    await expect(memberships.groupsOf(LENA)).resolves.toEqual(engineers);
    pass(2);
    await expect(memberships.groupsOf(LENA)).resolves.toEqual([]);
  });

  it('asks once for many questions at a time', async () => {
    const { memberships, catalog } = setup(lena(['engineers']));
    await Promise.all([
      memberships.groupsOf(LENA),
      memberships.groupsOf(LENA),
      memberships.groupsOf(LENA),
    ]);
    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['who left the catalog', undefined],
    ['who is suspended', lena(['engineers'], 'SUSPENDED')],
  ])('knows nothing of a person %s', async (_who, entity) => {
    const { memberships } = setup(entity);
    await expect(memberships.groupsOf(LENA)).resolves.toBeUndefined();
  });

  it('asks again after the catalog could not answer', async () => {
    const { memberships, catalog } = setup(lena(['engineers']));
    catalog.getEntityByRef.mockRejectedValueOnce(new Error('503'));
    await expect(memberships.groupsOf(LENA)).rejects.toThrow('503');
    await expect(memberships.groupsOf(LENA)).resolves.toHaveLength(1);
  });
});
