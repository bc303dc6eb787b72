import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { healthPermissions } from '@portico/plugin-health-common';
import { healthExtensionPoint } from '@portico/plugin-health-node';
import { sourceReportsServiceRef } from '@portico/plugin-sources-node';
import { registerActions } from './actions/registerActions';
import { Announcer } from './announce/Announcer';
import { reportSource } from './announce/reportSource';
import { readHealthConfig } from './config/HealthConfig';
import { createHealth } from './createHealth';
import { HealthRegistry } from './registry/HealthRegistry';
import { createRouter } from './router/createRouter';
import { scheduleCollections } from './scheduleCollections';
import { ApprovalsTimeline } from './timeline/ApprovalsTimeline';

/** Says of each component whether it is all right, and if not, why. */
export const healthPlugin = createBackendPlugin({
  pluginId: 'health',
  register(env) {
    const registry = new HealthRegistry();
    env.registerExtensionPoint(healthExtensionPoint, registry);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reports: sourceReportsServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const config = readHealthConfig(deps.config);
        const now = () => new Date();
        registry.addTimelineProvider(new ApprovalsTimeline(deps));
        const health = await createHealth({ ...deps, config, registry, now });
        const announcer = new Announcer({ ...deps, now });
        health.collector.onWritten((...written) => {
          announcer.tell(...written);
        });
        health.collector.onCollected((provider, asked, outcome) =>
          reportSource(deps.reports, provider, asked, outcome),
        );
        registerActions({ ...deps, ...health });
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
