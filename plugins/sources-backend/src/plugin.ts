import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { sourcesPermissions } from '@portico/plugin-sources-common';
import { sourceReportsServiceRef } from '@portico/plugin-sources-node';
import { createRouter } from './createRouter';
import { createSources } from './createSources';
import { SourceMonitor } from './monitor/SourceMonitor';
import { SourceStore } from './store/SourceStore';

/** Knows how Portico stands with each outside system that it is configured for. */
export const sourcesPlugin = createBackendPlugin({
  pluginId: 'sources',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reports: sourceReportsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, httpRouter, permissionsRegistry, scheduler } = deps;
        const monitor = new SourceMonitor({
          ...deps,
          ...createSources(config),
          store: await SourceStore.create(deps.database),
        });
        permissionsRegistry.addPermissions(sourcesPermissions);
        httpRouter.use(createRouter({ ...deps, monitor }));

        await scheduler.scheduleTask({
          id: 'sources-check',
          frequency: { minutes: 1 },
          timeout: { minutes: 1 },
          initialDelay: { seconds: 5 },
          fn: () => monitor.checkAll(),
        });
        // Reports lie in each replica's memory.
        await scheduler.scheduleTask({
          id: 'sources-reports',
          scope: 'local',
          frequency: { seconds: 20 },
          timeout: { seconds: 20 },
          initialDelay: { seconds: 20 },
          fn: () => monitor.keepReports(),
        });
      },
    });
  },
});
