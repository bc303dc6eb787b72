import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entityRouteRef } from '../routes';

/** What may have dashboards. */
const HAS_DASHBOARDS: FilterPredicate = {
  kind: { $in: ['component', 'system', 'resource', 'api', 'domain'] },
};

const overview = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    type: 'content',
    filter: HAS_DASHBOARDS,
    loader: () =>
      import('../overview/OverviewPanels').then(m => <m.OverviewPanels />),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'tab',
  params: {
    path: '/dashboards',
    title: 'Dashboards',
    group: 'dashboards',
    routeRef: entityRouteRef,
    filter: HAS_DASHBOARDS,
    loader: () => import('../tab/DashboardsTab').then(m => <m.DashboardsTab />),
  },
});

/** What Grafana adds to the pages of entities. */
export const entityExtensions = [overview, tab];
