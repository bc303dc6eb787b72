import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { Icon } from '@portico/ui';
import { GrafanaClient } from './api/GrafanaClient';
import { grafanaApiRef } from './api/grafanaApiRef';
import { entityExtensions } from './entity/extensions';
import { entityRouteRef, selectedTemplateRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: grafanaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new GrafanaClient(deps),
    }),
});

/** Grafana: an entity's dashboards, drawn on its page. */
export default createFrontendPlugin({
  pluginId: 'grafana',
  title: 'Dashboards',
  icon: <Icon name="chart" />,
  routes: { entity: entityRouteRef },
  externalRoutes: { selectedTemplate: selectedTemplateRouteRef },
  extensions: [api, ...entityExtensions],
});
