import { entity } from '../__testUtils__/startCost';
import { CostCatalog } from './CostCatalog';
import { costEntityOf } from './CostEntity';

const SHOP = 'system:default/shop';
const DATA = 'group:default/data';

const catalog = new CostCatalog(
  [
    entity('Group', 'data'),
    entity('Group', 'lake', { relations: [['childOf', DATA]] }),
    entity('Domain', 'sales'),
    entity('System', 'shop', {
      relations: [
        ['partOf', 'domain:default/sales'],
        ['ownedBy', DATA],
      ],
    }),
    entity('Component', 'orders', {
      annotations: { 'portico/cost-budget': '400 USD' },
      relations: [
        ['partOf', SHOP],
        ['ownedBy', DATA],
      ],
    }),
    entity('Component', 'cart', {
      annotations: {
        'portico/cost-budget': 'much',
        'portico/cost-selector': 'tag:app=cart, nonsense',
      },
      relations: [['partOf', SHOP]],
    }),
    entity('Component', 'orders-worker', {
      relations: [
        ['partOf', 'component:default/orders'],
        ['ownedBy', 'group:default/lake'],
      ],
    }),
    entity('Resource', 'orders-db', {
      relations: [
        ['dependencyOf', 'component:default/orders'],
        ['dependencyOf', 'resource:default/other'],
      ],
    }),
  ].map(costEntityOf),
);

const names = (refs: string[]) => refs.map(ref => ref.split('/')[1]);

describe('CostCatalog', () => {
  it.each([
    ['component:default/orders', ['orders', 'orders-worker']],
    [SHOP, ['shop', 'cart', 'orders', 'orders-worker']],
    [
      'domain:default/sales',
      ['sales', 'shop', 'cart', 'orders', 'orders-worker'],
    ],
    // What belongs to an owned system is another's, as the cart is nobody's here.
    [DATA, ['data', 'orders', 'lake', 'orders-worker', 'shop']],
    ['resource:default/orders-db', ['orders-db']],
  ])('adds up for %s what %j cost', (ref, covers) => {
    expect(names(catalog.covers(ref)).sort()).toEqual([...covers].sort());
    expect(catalog.covers(ref)[0]).toBe(ref);
  });

  it('finds the system and domain also by way of the component that it is a part of', () => {
    expect(catalog.systemOf('component:default/orders-worker')).toBe(SHOP);
    expect(catalog.domainOf('component:default/orders-worker')).toBe(
      'domain:default/sales',
    );
    expect(catalog.systemOf('resource:default/orders-db')).toBeUndefined();
  });

  it('lets components and resources be named by tags, with who depends on them', () => {
    expect(
      catalog.subjects.map(({ name, dependents }) => [name, ...dependents]),
    ).toEqual([
      ['cart'],
      ['orders'],
      ['orders-worker'],
      ['orders-db', 'component:default/orders'],
    ]);
  });

  it('says what is wrong with annotations', () => {
    expect(catalog.byRef.get('component:default/cart')).toMatchObject({
      budget: undefined,
      problems: [
        expect.stringContaining("'nonsense' is no condition"),
        expect.stringContaining("'much' is no budget"),
      ],
    });
  });
});
