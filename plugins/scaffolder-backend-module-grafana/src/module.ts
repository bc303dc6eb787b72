import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
  stepGuardServiceRef,
} from '@portico/plugin-flows-node';
import { GrafanaInstances } from '@portico/plugin-grafana-node';
import { createDeleteDashboardAction } from './actions/deleteDashboard';
import { createEnsureDashboardAction } from './actions/ensureDashboard';
import { createDashboardRemover } from './dashboard/dashboardRemover';
import { createFolderRemover } from './folder/folderRemover';

/** Gives templates the actions `grafana:dashboard:ensure` and `grafana:dashboard:delete` for the servers under `grafana.instances`. */
export const scaffolderModuleGrafana = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'grafana',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        guard: stepGuardServiceRef,
        ledger: flowLedgerServiceRef,
        cleanup: flowCleanupExtensionPoint,
      },
      async init({ scaffolder, cleanup, config, guard, ledger }) {
        const instances = GrafanaInstances.fromConfig(config);
        const options = { instances, guard, ledger };
        scaffolder.addActions(
          createEnsureDashboardAction(options),
          createDeleteDashboardAction(options),
        );
        cleanup.addRemovers(
          createDashboardRemover(instances),
          createFolderRemover(instances),
        );
      },
    });
  },
});
