import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { costPermissions } from '@portico/plugin-cost-common';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { sourceReportsServiceRef } from '@portico/plugin-sources-node';
import { createCost } from './createCost';
import { CostRegistry } from './registry/CostRegistry';
import { createRouter } from './router/createRouter';
import { scheduleCollections } from './scheduleCollections';
import { reportSource } from './sources/reportSource';

/** Says what services, teams and systems cost. */
export const costPlugin = createBackendPlugin({
  pluginId: 'cost',
  register(env) {
    const registry = new CostRegistry();
    env.registerExtensionPoint(costExtensionPoint, registry);
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reports: sourceReportsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const cost = await createCost({ ...deps, registry });
        deps.permissionsRegistry.addPermissions(costPermissions);
        cost.collector.onCollected(collected =>
          reportSource(deps.reports, collected),
        );
        deps.httpRouter.use(createRouter(cost));
        await scheduleCollections({ ...deps, ...cost });
      },
    });
  },
});
