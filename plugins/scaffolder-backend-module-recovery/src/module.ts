import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  scaffolderTaskBrokerExtensionPoint,
  type WorkspaceProvider,
} from '@backstage/plugin-scaffolder-node/alpha';
import { Delegation } from '@portico/plugin-flows-node';
import { createRecoveringBroker } from './broker/createRecoveringBroker';
import { readKeys } from './sealing/readKeys';
import { SecretBox } from './sealing/SecretBox';
import { DatabaseWorkspaceProvider } from './workspaces/DatabaseWorkspaceProvider';
import { S3WorkspaceProvider } from './workspaces/S3WorkspaceProvider';

/** How often abandoned tasks are looked for, in milliseconds: one update of an indexed table. */
const RECOVERY_INTERVAL_MS = 3_000;

/** Makes tasks survive the death of the process that runs them, with their secrets sealed. */
export const scaffolderModuleRecovery = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'recovery',
  register({ registerInit }) {
    registerInit({
      deps: {
        broker: scaffolderTaskBrokerExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ broker, lifecycle, ...services }) {
        const { auth, config, database, discovery, logger } = services;
        const knex = await database.getClient();
        if (!database.migrations?.skip) {
          await knex.migrate.latest({
            directory: resolvePackagePath(
              '@portico/plugin-scaffolder-backend-module-recovery',
              'migrations',
            ),
            tableName: 'portico_recovery_migrations',
          });
        }
        const s3 = config.getOptionalConfig('scaffolder.taskRecovery.s3');
        const workspaces: Record<string, WorkspaceProvider> = {
          database: new DatabaseWorkspaceProvider(knex),
          ...(s3 ? { s3: S3WorkspaceProvider.fromConfig(s3) } : {}),
        };
        const recovering = await createRecoveringBroker({
          ...services,
          workspaces,
          box: new SecretBox(await readKeys(config)),
          delegation: new Delegation({ auth, discovery }),
        });
        broker.setTaskBroker(recovering);

        let timer: NodeJS.Timeout | undefined;
        lifecycle.addStartupHook(() => {
          timer = setInterval(
            () =>
              recovering
                .recoverTasks()
                .catch(error =>
                  logger.error('Could not look for abandoned tasks', error),
                ),
            RECOVERY_INTERVAL_MS,
          );
        });
        lifecycle.addShutdownHook(() => clearInterval(timer));
      },
    });
  },
});
