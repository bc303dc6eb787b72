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
import { DeliveryClient } from './api/DeliveryClient';
import { deliveryApiRef } from './api/deliveryApiRef';
import { rootRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: deliveryApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DeliveryClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/delivery',
    title: 'Delivery',
    icon: <Icon name="trend" />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () => import('./page/DeliveryPage').then(m => <m.DeliveryPage />),
  },
});

const card = EntityCardBlueprint.make({
  name: 'figures',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () => import('./entity/DeliveryCard').then(m => <m.DeliveryCard />),
  },
});

/** Under the home page's "My services". */
const homeFigures = createExtension({
  name: 'home-figures',
  attachTo: { id: 'page:home', input: 'figures' },
  output: [coreExtensionData.reactElement],
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('./home/HomeFigures').then(m => <m.HomeFigures />),
      ),
    ),
  ],
});

/** Delivery: how fast and how safely changes reach production. */
export default createFrontendPlugin({
  pluginId: 'delivery',
  title: 'Delivery',
  icon: <Icon name="trend" />,
  routes: { root: rootRouteRef },
  extensions: [api, page, card, homeFigures],
});
