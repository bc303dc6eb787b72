import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  type DatabaseService,
} from '@backstage/backend-plugin-api';

type Client = Awaited<ReturnType<DatabaseService['getClient']>>;

/** Backstage's databases, with embedded ones that write ahead. */
export const databaseService = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  async createRootContext({ config, ...root }) {
    return DatabaseManager.fromConfig(config, root);
  },
  async factory({ pluginMetadata, ...plugin }, manager) {
    const database = manager.forPlugin(pluginMetadata.getId(), plugin);
    const { migrations } = database;
    return {
      migrations,
      async getClient() {
        return writeAhead(await database.getClient());
      },
    };
  },
});

/**
 * Lets an embedded database write each change once and wait for the disk once, instead of three times;
 * all else in the process waits with it. What it has confirmed still survives a power cut.
 * https://www.sqlite.org/wal.html
 */
async function writeAhead(client: Client): Promise<Client> {
  if (client.client.config.client === 'better-sqlite3') {
    await client.raw('PRAGMA journal_mode = WAL');
    await client.raw('PRAGMA synchronous = FULL');
  }
  return client;
}
