import { createRequire } from 'node:module';
import { startBackend } from './startBackend.mjs';

const require = createRequire(import.meta.url);
const NANOS = 10n ** 9n;
const CATEGORIES = [
  'Compute',
  'Storage',
  'Databases',
  'Networking',
  'Analytics',
];

/**
 * Cost alone, with a bill of so many services × days × charges a day. `statements` remembers what it asks of its
 * database; `pulls` counts how often the bill was asked for.
 */
export async function startPortal({ size, folder, port, database }) {
  const bill = billOf(size);
  const statements = [];
  const backend = await startBackend({
    entities: entitiesOf(size),
    plugins: ['@portico/plugin-cost-backend'],
    features: [benchModule(bill, statements)],
    config: {
      cost: {
        backfillMonths: Math.ceil(size.days / 30.4) + 1,
        backfillShare: 1,
        everyHours: 24,
      },
    },
    folder,
    port,
    database,
  });
  return {
    headers: backend.headers,
    url: `${backend.url}/cost`,
    bill,
    statements,
    collect: () => backend.run(`cost-collect-${bill.id}`),
    attribute: () => backend.run('cost-attribute'),
    stop: backend.stop,
  };
}

function benchModule(bill, statements) {
  const {
    coreServices,
    createBackendModule,
  } = require('@backstage/backend-plugin-api');
  const { costExtensionPoint } = require('@portico/plugin-cost-node');
  return createBackendModule({
    pluginId: 'cost',
    moduleId: 'bench',
    register({ registerInit }) {
      registerInit({
        deps: { cost: costExtensionPoint, database: coreServices.database },
        async init({ cost, database }) {
          cost.addProvider(bill);
          const knex = await database.getClient();
          knex.on('query', ({ sql, bindings }) =>
            statements.push({ sql, bindings: bindings ?? [] }),
          );
        },
      });
    },
  });
}

/** Rows of a bill, made as they are asked for: each service has so many charges on each day. */
function billOf({ services, days, charges }) {
  const last = Date.now() - 86_400_000;
  const first = new Date(last - (days - 1) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return {
    id: 'bench:bill',
    title: 'Bill',
    kind: 'billed',
    restatedDays: 3,
    sliceDays: 31,
    pulls: 0,
    rows: 0,
    priceOf: () => ({ requests: 1 }),
    async *pull({ from, to }) {
      this.pulls += 1;
      for (let day = from > first ? from : first; day <= to; day = next(day)) {
        for (let start = 0; start < services; start += 200) {
          const rows = [];
          for (let at = start; at < Math.min(start + 200, services); at++) {
            for (let charge = 0; charge < charges; charge++) {
              rows.push(rowOf(day, at, charge));
            }
          }
          this.rows += rows.length;
          yield { rows, problems: [] };
          await new Promise(setImmediate);
        }
      }
    },
  };
}

function next(day) {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** One in twenty is nobody's. */
function rowOf(day, service, charge) {
  const cost =
    NANOS / 10n + BigInt((service * 7919 + charge * 104729) % 5_000_000_000);
  const named = (service + charge) % 20 !== 0;
  return {
    day,
    providerName: 'AWS',
    billingAccountId: '1',
    subAccountId: String(charge % 4),
    subAccountName: `account-${charge % 4}`,
    serviceCategory: CATEGORIES[charge % CATEGORIES.length],
    serviceName: `service ${charge}`,
    resourceId: `arn:aws:bench:::${service}/${charge}`,
    chargeCategory: 'Usage',
    tags: {
      ...(named && { service: `service-${service}` }),
      environment: `environment-${charge}`,
    },
    billedCost: cost,
    effectiveCost: cost,
    billingCurrency: 'USD',
  };
}

function entitiesOf({ services }) {
  const entity = (kind, name, relations) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production' },
    relations,
  });
  const count = (most, each) => Math.min(most, Math.ceil(services / each));
  const teams = count(40, 5);
  const systems = count(120, 3);
  return [
    ...Array.from({ length: teams }, (_, at) => entity('Group', `team-${at}`)),
    ...Array.from({ length: systems }, (_, at) =>
      entity('System', `system-${at}`, [
        { type: 'ownedBy', targetRef: `group:default/team-${at % teams}` },
      ]),
    ),
    ...Array.from({ length: services }, (_, at) =>
      entity('Component', `service-${at}`, [
        { type: 'ownedBy', targetRef: `group:default/team-${at % teams}` },
        { type: 'partOf', targetRef: `system:default/system-${at % systems}` },
      ]),
    ),
  ];
}
