import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import { createArgocdCreateAppAction } from './actions/createApp';

/** Gives templates the action `argocd:create-app` for the servers under `argocd.instances`. */
export const scaffolderModuleArgocd = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'argocd',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        permissions: coreServices.permissions,
        auditor: coreServices.auditor,
      },
      async init({ scaffolder, config, permissions, auditor }) {
        scaffolder.addActions(
          createArgocdCreateAppAction({
            instances: ArgocdInstances.fromConfig(config),
            guard: { permissions, auditor },
          }),
        );
      },
    });
  },
});
