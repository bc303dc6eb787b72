import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { stepGuardServiceRef } from '@portico/plugin-flows-node';
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
        guard: stepGuardServiceRef,
      },
      async init({ scaffolder, config, guard }) {
        scaffolder.addActions(
          createArgocdCreateAppAction({
            instances: ArgocdInstances.fromConfig(config),
            guard,
          }),
        );
      },
    });
  },
});
