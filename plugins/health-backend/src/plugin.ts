import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { healthPermissions } from '@portico/plugin-health-common';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { readHealthConfig } from './config/HealthConfig';
import { createHealth } from './createHealth';
import { HealthRegistry } from './registry/HealthRegistry';
import { createRouter } from './router/createRouter';
import { scheduleCollections } from './scheduleCollections';

/** Says of each component whether it is all right, and if not, why. */
export const healthPlugin = createBackendPlugin({
  pluginId: 'health',
  register(env) {
    const registry = new HealthRegistry();
    env.registerExtensionPoint(healthExtensionPoint, registry);
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const config = readHealthConfig(deps.config);
        const now = () => new Date();
        const health = await createHealth({ ...deps, config, registry, now });
        deps.permissionsRegistry.addPermissions(healthPermissions);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...health,
            environment: config.environment,
            now,
          }),
        );
        await scheduleCollections({ ...deps, ...health, config, registry });
      },
    });
  },
});
