import type { FilterPredicate } from '@backstage/filter-predicates';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiGitBranchLine } from '@remixicon/react';
import { rootRouteRef } from './routes';

/** What is linked to Argo CD, and what one would expect to be. */
const IS_DEPLOYED: FilterPredicate = {
  $any: [
    { 'metadata.annotations.argocd/app-selector': { $exists: true } },
    { 'metadata.annotations.argocd/app-name': { $exists: true } },
    { 'metadata.annotations.argocd/project-name': { $exists: true } },
    { kind: 'component', 'spec.type': { $in: ['service', 'website'] } },
  ],
};

const card = EntityCardBlueprint.make({
  name: 'environments',
  params: {
    type: 'content',
    filter: IS_DEPLOYED,
    loader: () =>
      import('./components/EnvironmentsCard').then(m => <m.EnvironmentsCard />),
  },
});

const content = EntityContentBlueprint.make({
  name: 'deployments',
  params: {
    path: '/argocd',
    title: 'Argo CD',
    group: 'deployment',
    routeRef: rootRouteRef,
    filter: IS_DEPLOYED,
    loader: () => import('./components/ArgoCdTab').then(m => <m.ArgoCdTab />),
  },
});

/**
 * What Argo CD runs for an entity: a card in the overview and a tab. Asks
 * through the client of `@roadiehq/backstage-plugin-argo-cd`, which has to be
 * installed beside it.
 */
export default createFrontendPlugin({
  pluginId: 'argocd-environments',
  title: 'Argo CD',
  icon: <RiGitBranchLine />,
  routes: { root: rootRouteRef },
  extensions: [card, content],
});
