import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { approvalsPermissions } from '@portico/plugin-approvals-common';
import { emailSenderServiceRef } from '@portico/plugin-email-node';
import { readApprovalsConfig } from './config/readApprovalsConfig';
import { PluginEntityCosts } from './cost/EntityCosts';
import { createApprovals } from './createApprovals';
import { CatalogDirectory } from './directory/CatalogDirectory';
import { TaskLedgers } from './ledger/TaskLedgers';
import { Access } from './router/Access';
import { createRouter } from './router/createRouter';
import { ApprovalStore } from './store/ApprovalStore';

/** Asks people before flows change things, and keeps what they said. */
export const approvalsPlugin = createBackendPlugin({
  pluginId: 'approvals',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        email: emailSenderServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { config, httpRouter, permissionsRegistry, scheduler } = deps;
        const directory = new CatalogDirectory(deps);
        const approvals = createApprovals({
          ...deps,
          costs: new PluginEntityCosts(deps),
          directory,
          config: readApprovalsConfig(config),
          store: await ApprovalStore.create(deps.database),
          appUrl: config.getString('app.baseUrl'),
        });
        permissionsRegistry.addPermissions(approvalsPermissions);

        httpRouter.use(
          createRouter({
            ...approvals,
            access: new Access({ ...deps, directory }),
            auditor: deps.auditor,
            ledgers: new TaskLedgers(deps),
          }),
        );

        await scheduler.scheduleTask({
          id: 'approvals-clock',
          frequency: { seconds: 30 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 15 },
          fn: async () => {
            await approvals.timekeeper.tick();
            await approvals.outbox.flush();
          },
        });
      },
    });
  },
});
