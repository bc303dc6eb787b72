import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { Icon } from '@portico/ui';
import { SourcesClient } from './api/SourcesClient';
import { sourcesApiRef } from './api/sourcesApiRef';
import { rootRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: sourcesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SourcesClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/sources',
    title: 'Sources',
    icon: <Icon name="swap" />,
    routeRef: rootRouteRef,
    loader: () => import('./page/SourcesPage').then(m => <m.SourcesPage />),
  },
});

/** Sources: how Portico stands with each system outside. `/sources#prometheus` marks the rows of a kind. */
export default createFrontendPlugin({
  pluginId: 'sources',
  title: 'Sources',
  icon: <Icon name="swap" />,
  routes: { root: rootRouteRef },
  extensions: [api, page],
});
