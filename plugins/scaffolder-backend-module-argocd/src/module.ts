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
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import { createArgocdCreateAppAction } from './actions/createApp';
import { createArgocdDeleteAppAction } from './actions/deleteApp';
import { createArgocdSyncAppAction } from './actions/syncApp';
import { Namespaces } from './namespace/Namespaces';
import { createApplicationRemover } from './removal/applicationRemover';

/** Gives templates the actions `argocd:create-app`, `argocd:sync-app` and `argocd:delete-app` for the servers under `argocd.instances`. */
export const scaffolderModuleArgocd = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'argocd',
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
        const instances = ArgocdInstances.fromConfig(config);
        const namespaces = Namespaces.fromConfig(config);
        scaffolder.addActions(
          createArgocdCreateAppAction({ instances, namespaces, guard, ledger }),
          createArgocdSyncAppAction({ instances, guard, ledger }),
          createArgocdDeleteAppAction({ instances, guard, ledger }),
        );
        cleanup.addRemovers(
          createApplicationRemover({ instances, namespaces }),
        );
      },
    });
  },
});
