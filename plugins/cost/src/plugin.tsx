import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { Icon } from '@portico/ui';
import { CostClient } from './api/CostClient';
import { costApiRef } from './api/costApiRef';
import { catalogExtensions } from './catalog/extensions';
import { entityExtensions } from './entity/extensions';
import { costEstimateField } from './estimate/extensions';
import { homeExtensions } from './home/extensions';
import { pageExtensions } from './page/extensions';
import {
  entityRouteRef,
  rootRouteRef,
  selectedTemplateRouteRef,
} from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: costApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CostClient(deps),
    }),
});

/** Cost: what services, teams and systems cost, on their pages, in the catalog, on a page of all and on the home page. */
export default createFrontendPlugin({
  pluginId: 'cost',
  title: 'Cost',
  icon: <Icon name="coin" />,
  routes: { root: rootRouteRef, entity: entityRouteRef },
  externalRoutes: { selectedTemplate: selectedTemplateRouteRef },
  extensions: [
    api,
    ...entityExtensions,
    ...pageExtensions,
    ...catalogExtensions,
    ...homeExtensions,
    costEstimateField,
  ],
});
