import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import { sourceReportsServiceRef } from '@portico/plugin-sources-node';
import { MOST_DAYS, readDeliveryConfig } from './config/DeliveryConfig';
import { createDelivery } from './createDelivery';
import { createRouter } from './router';

const DAY_MS = 86_400_000;

/** Measures how fast and how safely changes reach production. */
export const deliveryPlugin = createBackendPlugin({
  pluginId: 'delivery',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        reports: sourceReportsServiceRef,
        scaffolder: scaffolderServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const config = readDeliveryConfig(deps.config);
        const now = () => new Date();
        const { store, collector, reader } = await createDelivery({
          ...deps,
          config,
          instances: ArgocdInstances.fromConfig(deps.config),
          integrations: ScmIntegrations.fromConfig(deps.config),
          now,
        });
        deps.httpRouter.use(createRouter({ ...deps, ...config, reader }));
        await deps.scheduler.scheduleTask({
          id: 'delivery-collect',
          frequency: { minutes: 2 },
          timeout: { minutes: 4 },
          initialDelay: { seconds: 20 },
          fn: signal => collector.collect(signal),
        });
        await deps.scheduler.scheduleTask({
          id: 'delivery-prune',
          frequency: { hours: 24 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 10 },
          fn: () =>
            store.prune(
              new Date(now().getTime() - 2 * MOST_DAYS * DAY_MS).toISOString(),
            ),
        });
      },
    });
  },
});
