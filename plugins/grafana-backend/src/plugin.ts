import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { grafanaPermissions } from '@portico/plugin-grafana-common';
import { sourceReportsServiceRef } from '@portico/plugin-sources-node';
import { createGrafana } from './createGrafana';
import { createRouter } from './router/createRouter';

/** Shows an entity's dashboards and alerts of Grafana. */
export const grafanaPlugin = createBackendPlugin({
  pluginId: 'grafana',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reports: sourceReportsServiceRef,
      },
      async init(deps) {
        deps.permissionsRegistry.addPermissions(grafanaPermissions);
        deps.httpRouter.use(createRouter({ ...deps, ...createGrafana(deps) }));
      },
    });
  },
});
