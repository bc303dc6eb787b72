import {
  ApiBlueprint,
  coreExtensionData,
  createExtension,
  createFrontendPlugin,
  discoveryApiRef,
  ExtensionBoundary,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { Icon } from '@portico/ui';
import { ApprovalsClient } from './api/ApprovalsClient';
import { approvalsApiRef } from './api/approvalsApiRef';
import { approvalRouteRef, rootRouteRef, taskRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: approvalsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ApprovalsClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/approvals',
    title: 'Approvals',
    icon: <Icon name="stamp" />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () => import('./ApprovalsPage').then(m => <m.ApprovalsPage />),
  },
});

const card = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: { kind: { $in: ['component', 'resource', 'system'] } },
    loader: () =>
      import('./entity/ApprovalsCard').then(m => <m.ApprovalsCard />),
  },
});

/** Rows of the home page's "Needs you". */
const needsYou = createExtension({
  name: 'needs-you',
  attachTo: { id: 'page:home', input: 'needsYou' },
  output: [coreExtensionData.reactElement],
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('./home/NeedsYouRows').then(m => <m.NeedsYouRows />),
      ),
    ),
  ],
});

/** The number behind the plugin's entry of the navigation. */
const count = createExtension({
  name: 'waiting-count',
  attachTo: { id: 'nav-content:app', input: 'counts' },
  output: [coreExtensionData.reactElement],
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('./nav/WaitingCount').then(m => <m.WaitingCount />),
      ),
    ),
  ],
});

/** Approvals: the inbox, the decision page, and what waits in the navigation, on the home and entity pages. */
export default createFrontendPlugin({
  pluginId: 'approvals',
  title: 'Approvals',
  icon: <Icon name="stamp" />,
  routes: { root: rootRouteRef, approval: approvalRouteRef },
  externalRoutes: { task: taskRouteRef },
  extensions: [api, page, card, needsYou, count],
});
