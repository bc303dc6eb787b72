import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { Icon } from '@portico/ui';
import { element } from '../parts/element';
import { rootRouteRef } from '../routes';

const page = PageBlueprint.make({
  params: {
    path: '/health',
    title: 'Health',
    icon: <Icon name="pulse" />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () => import('./HealthPage').then(m => <m.HealthPage />),
  },
});

const rollup = EntityCardBlueprint.make({
  name: 'rollup',
  params: {
    type: 'content',
    filter: { kind: { $in: ['system', 'domain', 'group', 'user'] } },
    loader: () => import('./RollupCard').then(m => <m.RollupCard />),
  },
});

/** Rows of the home page's "Needs you". */
const needsYou = element(
  'needs-you',
  { id: 'page:home', input: 'needsYou' },
  () => import('../home/NeedsYouRows').then(m => <m.NeedsYouRows />),
);

/** The page of all services, its card on other pages and its rows on the home page. */
export const pageExtensions = [page, rollup, needsYou];
