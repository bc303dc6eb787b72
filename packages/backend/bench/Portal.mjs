import { createRequire } from 'node:module';

const TOKEN = 'bench-of-health-only';
const require = createRequire(import.meta.url);
const load = name => require(name).default;

const print = message => process.stderr.write(`${message}\n`);
const quiet = {
  info: () => {},
  debug: () => {},
  warn: print,
  error: print,
  child: () => quiet,
};

/**
 * A backend with nothing but health and Prometheus, a catalog of so many components in memory, and a scheduler
 * that runs a task when it is told to.
 */
export async function startPortal({ count, prometheus, folder, port }) {
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
          database: {
            client: 'better-sqlite3',
            connection: { directory: folder },
          },
          auth: {
            externalAccess: [
              { type: 'static', options: { token: TOKEN, subject: 'bench' } },
            ],
          },
        },
        permission: { enabled: false },
        health: {
          prometheus: { instances: [{ name: 'bench', url: prometheus }] },
          providers: { prometheus: { jitterSeconds: 0 } },
        },
      },
    }),
  );
  backend.add(require('../src/databaseService').databaseService);
  service(catalogServiceRef, {}, () =>
    catalogServiceMock({ entities: componentsOf(count) }),
  );
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
  backend.add(load('@portico/plugin-health-backend'));
  backend.add(load('@portico/plugin-health-backend-module-prometheus'));
  await backend.start();
  return {
    headers: { authorization: `Bearer ${TOKEN}` },
    url: `http://127.0.0.1:${port}/api/health`,
    database: `${folder}/health.sqlite`,
    collect: () =>
      tasks.get('health-collect-prometheus').fn(new AbortController().signal),
    stop: () => backend.stop(),
  };
}

function componentsOf(count) {
  return Array.from({ length: count }, (_, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `service-${index}`,
      namespace: 'default',
      annotations: {
        'portico/slo': 'availability=99.9, latency-p95=300ms',
        'portico/tier': index % 10 ? 'standard' : 'critical',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/team-${index % 40}` },
      { type: 'partOf', targetRef: `system:default/system-${index % 120}` },
    ],
  }));
}
