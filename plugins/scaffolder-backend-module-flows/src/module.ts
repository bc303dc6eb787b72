import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { DefaultNameService } from '@portico/plugin-flows-node';
import { createCheckRequestAction } from './actions/checkRequest';
import { Connections } from './checks/Connections';
import { OwnerCheck } from './checks/OwnerCheck';

/** Adds the action `portico:check-request`. */
export const scaffolderModuleFlows = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'flows',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, catalog, config, scaffolder }) {
        scaffolder.addActions(
          createCheckRequestAction({
            names: DefaultNameService.create({ auth, catalog, config }),
            owners: OwnerCheck.create({ catalog, config }),
            connections: Connections.fromConfig(config),
          }),
        );
      },
    });
  },
});
