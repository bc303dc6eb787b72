import { createRequire } from 'node:module';

const TOKEN = 'bench-only';
const require = createRequire(import.meta.url);

const print = message => process.stderr.write(`${message}\n`);
const quiet = {
  info: () => {},
  debug: () => {},
  warn: print,
  error: print,
  child: () => quiet,
};

/**
 * A backend with nothing but some plugins, a catalog of these entities in memory, and a scheduler that runs a task
 * when it is told to: what is measured has nothing beside it.
 */
export async function startBackend({
  entities,
  plugins,
  features = [],
  config,
  folder,
  port,
  database = { client: 'better-sqlite3', connection: { directory: folder } },
}) {
  const { createBackend } = require('@backstage/backend-defaults');
  const {
    coreServices,
    createServiceFactory,
  } = require('@backstage/backend-plugin-api');
  const { mockServices } = require('@backstage/backend-test-utils');
  const { catalogServiceRef } = require('@backstage/plugin-catalog-node');
  const { eventsServiceRef } = require('@backstage/plugin-events-node');
  const {
    notificationService,
  } = require('@backstage/plugin-notifications-node');
  const {
    catalogServiceMock,
  } = require('@backstage/plugin-catalog-node/testUtils');

  const tasks = new Map();
  const backend = createBackend();
  const service = (ref, deps, factory) =>
    backend.add(createServiceFactory({ service: ref, deps, factory }));
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: `http://127.0.0.1:${port}` },
        backend: {
          baseUrl: `http://127.0.0.1:${port}`,
          listen: { host: '127.0.0.1', port },
          database,
          auth: {
            externalAccess: [
              { type: 'static', options: { token: TOKEN, subject: 'bench' } },
            ],
          },
        },
        permission: { enabled: false },
        ...config,
      },
    }),
  );
  backend.add(require('../src/databaseService').databaseService);
  service(catalogServiceRef, {}, () => catalogServiceMock({ entities }));
  service(coreServices.scheduler, {}, () => ({
    scheduleTask: async task => {
      tasks.set(task.id, task);
    },
    createScheduledTaskRunner: () => ({ run: async () => {} }),
    getScheduledTasks: async () => [],
    triggerTask: async () => {},
    cancelTask: async () => {},
  }));
  service(eventsServiceRef, {}, () => ({
    publish: async () => {},
    subscribe: async () => {},
  }));
  service(notificationService, {}, () => ({ send: async () => {} }));
  service(coreServices.rootLogger, {}, () => quiet);
  for (const plugin of plugins) backend.add(require(plugin).default);
  for (const feature of features) backend.add(feature);
  await backend.start();
  return {
    headers: { authorization: `Bearer ${TOKEN}` },
    url: `http://127.0.0.1:${port}/api`,
    run: task => tasks.get(task).fn(new AbortController().signal),
    stop: () => backend.stop(),
  };
}
