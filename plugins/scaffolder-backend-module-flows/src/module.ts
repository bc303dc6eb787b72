import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  scaffolderActionsExtensionPoint,
  scaffolderServiceRef,
} from '@backstage/plugin-scaffolder-node';
import {
  DefaultNameService,
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
} from '@portico/plugin-flows-node';
import { createCheckRequestAction } from './actions/checkRequest';
import { createCheckRemovalAction } from './actions/checkRemoval';
import { createEnsureRegisteredAction } from './actions/ensureRegistered';
import { createUnregisterAction } from './actions/unregister';
import { Connections } from './checks/Connections';
import { OwnerCheck } from './checks/OwnerCheck';
import {
  CleanupStore,
  CleanupWorker,
  createCleanupRouter,
  RemoverRegistry,
  type Pace,
} from './cleanup';
import { createLocationRemover } from './registration/locationRemover';

/**
 * What all flows share: the actions `portico:check-request` and `catalog:ensure-registered`, and the
 * clean-up of what failed and cancelled tasks made.
 */
export const scaffolderModuleFlows = createFlowsModule();

/** @param pace how busy and patient the clean-up is; tests shorten it */
export function createFlowsModule(pace?: Partial<Pace>) {
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'flows',
    register(env) {
      const removers = new RemoverRegistry();
      env.registerExtensionPoint(flowCleanupExtensionPoint, removers);
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          ledger: flowLedgerServiceRef,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          scaffolder: scaffolderActionsExtensionPoint,
          scaffolderClient: scaffolderServiceRef,
        },
        async init(deps) {
          const { auth, catalog, config, ledger, lifecycle } = deps;
          deps.scaffolder.addActions(
            createCheckRequestAction({
              names: DefaultNameService.create({ auth, catalog, config }),
              owners: OwnerCheck.create({ catalog, config }),
              connections: Connections.fromConfig(config),
            }),
            createEnsureRegisteredAction({
              catalog,
              ledger,
              integrations: ScmIntegrations.fromConfig(config),
            }),
            createUnregisterAction({ auth, catalog, ledger }),
            createCheckRemovalAction({ auth, catalog }),
          );
          removers.addRemovers(createLocationRemover({ catalog, auth }));

          const store = await CleanupStore.create(deps.database);
          const worker = new CleanupWorker({ ...deps, store, removers }, pace);
          // The scaffolder makes its own tables after its modules are there.
          lifecycle.addStartupHook(() => worker.start());
          lifecycle.addShutdownHook(() => worker.stop());
          deps.httpRouter.use(
            createCleanupRouter({
              ...deps,
              store,
              scaffolder: deps.scaffolderClient,
            }),
          );
        },
      });
    },
  });
}
