import {
  mockServices,
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { ChangeSource } from '../../anomalies/Change';
import { readCostConfig } from '../../config/CostConfig';
import type { CostContext } from '../../CostContext';
import { CostRegistry } from '../../registry/CostRegistry';
import { CostSubjects } from '../../subjects/CostSubjects';
import { createFindings } from '../createFindings';
import { Books } from './Books';

/** SQLite, and PostgreSQL where `BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING` says where one is. */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
}

/** A component that a group owns, of a system, with annotations. */
export function component(
  name: string,
  options: { owner?: string; system?: string; budget?: string } = {},
): Entity {
  const { owner = 'group:default/commerce', system, budget } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(budget && { annotations: { 'portico/cost-budget': budget } }),
    },
    spec: { type: 'service', owner },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      ...(system
        ? [{ type: 'partOf', targetRef: `system:default/${system}` }]
        : []),
    ],
  };
}

/** Findings over a database that the test fills, at a time that it sets. */
export async function startFindings(
  databases: TestDatabases,
  id: TestDatabaseId,
  options: {
    entities?: Entity[];
    cost?: object;
    changes?: ChangeSource[];
    services?: Partial<CostContext>;
  } = {},
) {
  const { entities = [], cost = {}, changes = [], services } = options;
  const knex = await databases.init(id);
  const books = await Books.open(mockServices.database({ knex }));
  const clock = { now: '2026-01-01T06:00:00.000Z' };
  const now = () => new Date(clock.now);
  const sent: NotificationSendOptions[] = [];
  const rootConfig = mockServices.rootConfig({ data: { cost } });
  const auth = mockServices.auth();
  const catalog: CatalogService = {
    ...catalogServiceMock(),
    // As it is now: tests change it.
    streamEntities: (request, credentials) =>
      catalogServiceMock({ entities }).streamEntities(request, credentials),
  };
  const context: CostContext = {
    auditor: mockServices.auditor.mock(),
    auth,
    catalog,
    config: readCostConfig(rootConfig),
    db: books.db,
    discovery: mockServices.discovery(),
    httpAuth: mockServices.httpAuth(),
    logger: mockServices.logger.mock(),
    notifications: {
      send: async notice => {
        sent.push(notice);
      },
    },
    permissions: mockServices.permissions(),
    registry: new CostRegistry(),
    reports: { report: () => {} },
    rootConfig,
    subjects: new CostSubjects({ auth, catalog, now }),
    now,
    ...services,
  } as CostContext;
  const findings = createFindings(context, { changes });
  return {
    ...findings,
    books,
    context,
    sent,
    /** Collects nothing: looks at what is there on that day, at six in the morning. */
    look: async (day: string) => {
      clock.now = `${day}T06:00:00.000Z`;
      await findings.job.run(new AbortController().signal);
    },
    /** What was told since the last time, e.g. `group:default/commerce: orders has spent …`. */
    told: () =>
      sent
        .splice(0)
        .map(({ recipients, payload }) =>
          [
            recipients.type === 'entity'
              ? [recipients.entityRef].flat().join(' ')
              : 'all',
            payload.title,
          ].join(': '),
        ),
  };
}
