import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createEstimateAction } from './actions/estimate';
import { CostClient } from './estimate/CostClient';

/** Gives templates the action `cost:estimate`. */
export const scaffolderModuleCost = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'cost',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, discovery, scaffolder }) {
        scaffolder.addActions(
          createEstimateAction({ cost: new CostClient({ auth, discovery }) }),
        );
      },
    });
  },
});
