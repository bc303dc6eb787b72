import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { EmbeddedSearchEngine } from './EmbeddedSearchEngine';

/** Search without a search server. On PostgreSQL its own full-text search is used instead. */
export const searchModuleEmbedded = createBackendModule({
  pluginId: 'search',
  moduleId: 'embedded-engine',
  register(env) {
    env.registerInit({
      deps: {
        registry: searchEngineRegistryExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ registry, config, logger }) {
        if (config.getString('backend.database.client') === 'pg') return;
        registry.setSearchEngine(new EmbeddedSearchEngine({ logger }));
      },
    });
  },
});
