import { entity } from '../__testUtils__/startCost';
import { CostCatalog } from '../subjects/CostCatalog';
import { costEntityOf } from '../subjects/CostEntity';
import { valueOfEntity } from './dimensions';

const catalog = new CostCatalog(
  [
    entity('Group', 'data'),
    entity('Component', 'orders', {
      relations: [['ownedBy', 'group:default/data']],
    }),
    entity('Component', 'cart'),
  ].map(costEntityOf),
);

describe('whose a cost is', () => {
  it.each([
    ['what a team owns', 'component:default/orders', 'group:default/data'],
    ['what a team pays itself', 'group:default/data', 'group:default/data'],
    ['what nobody owns', 'component:default/cart', '(none)'],
  ])('%s', (_, entityRef, owner) => {
    expect(valueOfEntity('owner', catalog, entityRef).id).toBe(owner);
  });
});
