import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { Icon } from '@portico/ui';
import { rootRouteRef } from '../routes';

const page = PageBlueprint.make({
  params: {
    path: '/cost',
    title: 'Cost',
    icon: <Icon name="coin" />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () => import('./CostPage').then(m => <m.CostPage />),
  },
});

/** The page of what everything costs. */
export const pageExtensions = [page];
