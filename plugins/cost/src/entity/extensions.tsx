import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entityRouteRef } from '../routes';

/** Kinds that costs are told of. */
const HAS_COST: FilterPredicate = {
  kind: { $in: ['component', 'resource', 'system', 'domain', 'group'] },
};

const card = EntityCardBlueprint.make({
  name: 'month',
  params: {
    type: 'info',
    filter: HAS_COST,
    loader: () => import('./CostCard').then(m => <m.CostCard />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'tab',
  params: {
    path: '/cost',
    title: 'Cost',
    group: 'cost',
    routeRef: entityRouteRef,
    filter: HAS_COST,
    loader: () => import('../tab/CostTab').then(m => <m.CostTab />),
  },
});

/** What cost adds to the pages of entities. */
export const entityExtensions = [card, tab];
