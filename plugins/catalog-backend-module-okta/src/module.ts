import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readOktaOrgConfigs } from './config';
import { SdkOktaDirectory } from './OktaDirectory';
import { OktaEntityProvider } from './OktaEntityProvider';

/** Brings users and groups from Okta into the catalog (`catalog.providers.okta`). */
export const catalogModuleOkta = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'okta',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, scheduler }) {
        for (const org of readOktaOrgConfigs(config)) {
          catalog.addEntityProvider(
            new OktaEntityProvider({
              config: org,
              directory: SdkOktaDirectory.fromConfig(org),
              logger,
              runner: scheduler.createScheduledTaskRunner(org.schedule),
            }),
          );
        }
      },
    });
  },
});
