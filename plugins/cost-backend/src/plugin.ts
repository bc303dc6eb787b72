import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { sourceReportsServiceRef } from '@portico/plugin-sources-node';
import { registerActions } from './actions/registerActions';
import { createCost } from './createCost';
import { CostRegistry } from './registry/CostRegistry';
import { createFindings } from './findings/createFindings';
import { scheduleFindings } from './findings/scheduleFindings';
import { createRead } from './read/createRead';
import { registerRights } from './rights/registerRights';
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
        actionsRegistry: actionsRegistryServiceRef,
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
        const { context } = cost;
        const findings = createFindings(context);
        const read = createRead(context, findings.reader);
        registerRights(deps.permissionsRegistry, context.subjects);
        cost.collector.onCollected(collected =>
          reportSource(deps.reports, collected),
        );
        registerActions({
          ...deps,
          ...context,
          read,
          findings: findings.reader,
        });
        deps.httpRouter.use(createRouter({ ...cost, findings, read }));
        await scheduleCollections({ ...deps, ...cost });
        await scheduleFindings({ ...deps, ...context, ...findings });
      },
    });
  },
});
