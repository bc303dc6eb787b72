import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { Icon } from '@portico/ui';
import { HealthClient } from './api/HealthClient';
import { healthApiRef } from './api/healthApiRef';
import { catalogExtensions } from './catalog/extensions';
import { entityExtensions } from './entity/extensions';
import { pageExtensions } from './page/extensions';
import {
  entityRouteRef,
  rootRouteRef,
  selectedTemplateRouteRef,
} from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: healthApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new HealthClient(deps),
    }),
});

/** Health: how services are and why, on their pages, in the catalog, on a page of all and on the home page. */
export default createFrontendPlugin({
  pluginId: 'health',
  title: 'Health',
  icon: <Icon name="pulse" />,
  routes: { root: rootRouteRef, entity: entityRouteRef },
  externalRoutes: { selectedTemplate: selectedTemplateRouteRef },
  extensions: [
    api,
    ...entityExtensions,
    ...pageExtensions,
    ...catalogExtensions,
  ],
});
