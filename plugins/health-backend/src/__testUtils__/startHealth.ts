import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { ConfigReader } from '@backstage/config';
import type { Reviewed } from '../collect/reviewAll';
import { readHealthConfig } from '../config/HealthConfig';
import { createHealth } from '../createHealth';
import { HealthRegistry } from '../registry/HealthRegistry';
import { catalogFor } from './catalogFor';
import { FakeProvider } from './FakeProvider';
import { errors, quick } from './signals';
import { world } from './world';

type Knex = Awaited<ReturnType<TestDatabases['init']>>;

/** SQLite, and PostgreSQL where `BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING` says where one is. */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
}

/** The same moment for all tests; half a minute past, so that minutes are full. */
export const START = '2026-11-20T14:00:30.000Z';

/** Time that the test moves. */
export class TestClock {
  #now = Date.parse(START);
  readonly now = () => new Date(this.#now);

  /** @returns the new time, ISO 8601 */
  pass(seconds: number): string {
    this.#now += seconds * 1000;
    return this.now().toISOString();
  }
}

/** Health over a database, with providers and a clock that the test moves. */
export async function startHealth(
  knex: Knex,
  options: {
    clock?: TestClock;
    providers?: FakeProvider[];
    entities?: Entity[];
    config?: ConstructorParameters<typeof ConfigReader>[0];
  } = {},
) {
  const { clock = new TestClock(), entities = [...world] } = options;
  const { providers = [new FakeProvider()] } = options;
  const registry = new HealthRegistry();
  providers.forEach(provider => registry.addProvider(provider));
  const health = await createHealth({
    auth: mockServices.auth(),
    catalog: catalogFor(
      () => entities,
      () => true,
    ),
    config: readHealthConfig(
      mockServices.rootConfig({ data: { health: options.config } }),
    ),
    database: mockServices.database({ knex }),
    logger: mockServices.logger.mock(),
    permissions: mockServices.permissions(),
    registry,
    now: clock.now,
  });
  const written: Reviewed[] = [];
  health.collector.onWritten(reviewed => {
    written.push(reviewed);
  });
  const credentials = mockCredentials.user();
  return {
    ...health,
    clock,
    entities,
    written,
    /** Notices, e.g. `began orders`. */
    notices: () =>
      written.flatMap(({ notices }) =>
        notices.map(
          ({ notice, verdict }) => `${notice} ${verdict.summary.title}`,
        ),
      ),
    verdict: (name: string) =>
      health.reader.verdict(`component:default/${name}`, credentials),
    overview: () => health.reader.overview(credentials),
    history: (name: string, days = 1) =>
      health.reader.history(`component:default/${name}`, days, credentials),
    timeline: async (name: string) =>
      (
        await health.timeline.of(
          `component:default/${name}`,
          { from: new Date(0), to: clock.now() },
          { credentials, signal: new AbortController().signal },
        )
      ).events.map(({ title, detail }) =>
        [title, detail].filter(Boolean).join(': '),
      ),
  };
}

/** The same with one source, which finds *orders* well at first. */
export async function startWithOne(
  knex: Knex,
  options: Omit<
    NonNullable<Parameters<typeof startHealth>[1]>,
    'providers'
  > = {},
) {
  const prometheus = new FakeProvider();
  prometheus.says = { orders: [errors, quick] };
  const health = await startHealth(knex, {
    ...options,
    providers: [prometheus],
  });
  return {
    ...health,
    prometheus,
    collect: () => health.collector.collect(prometheus),
  };
}
