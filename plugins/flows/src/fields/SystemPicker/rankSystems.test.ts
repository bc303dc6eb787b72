import { rankSystems } from './rankSystems';

const system = (name: string, owner: string, domain: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name },
  spec: { owner, domain },
});

const systems = [
  system('billing', 'finance', 'money'),
  system('vouchers', 'logistics', 'selling'),
  system('shop', 'group:default/commerce', 'selling'),
];

describe('rankSystems', () => {
  it("puts the owner's systems first, then those of the same domain", () => {
    expect(
      rankSystems(systems, 'group:default/commerce').map(
        ({ title, group }) => `${group}: ${title}`,
      ),
    ).toEqual([
      'Owned by commerce: shop',
      'In the same domain: vouchers',
      'Other systems: billing',
    ]);
  });

  it('lists all by name while no owner is chosen', () => {
    expect(
      rankSystems(systems, undefined).map(
        ({ title, group }) => `${group}: ${title}`,
      ),
    ).toEqual([
      'All systems: billing',
      'All systems: shop',
      'All systems: vouchers',
    ]);
  });
});
