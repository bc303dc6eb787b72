import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { moneyToDecimal } from '@portico/plugin-cost-common';
import type {
  AllocationProvider,
  CostProvider,
  UnitProvider,
} from '@portico/plugin-cost-node';
import { createCost } from '../createCost';
import { CostRegistry } from '../registry/CostRegistry';
import { nanosOf, sumOf } from '../store/amounts';

type Knex = Awaited<ReturnType<TestDatabases['init']>>;

/** SQLite, and PostgreSQL where `BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING` says where one is. */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
}

/** Noon of a Friday, early in the month, so that two months are short. */
export const START = '2026-11-06T12:00:00.000Z';

/** Time that the test moves. */
export class TestClock {
  #now = Date.parse(START);
  readonly now = () => new Date(this.#now);

  pass(hours: number): void {
    this.#now += hours * 3_600_000;
  }
}

/** An entity of the test's catalog. */
export function entity(
  kind: string,
  name: string,
  options: {
    annotations?: Record<string, string>;
    relations?: [type: string, targetRef: string][];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations: options.annotations },
    spec: {},
    relations: (options.relations ?? []).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

/** Costs over a database, with bills and a clock that the test moves. Two months are collected at first. */
export async function startCost(
  knex: Knex,
  options: {
    clock?: TestClock;
    bills?: CostProvider[];
    allocations?: AllocationProvider[];
    units?: UnitProvider[];
    entities?: Entity[];
    config?: Exclude<ConstructorParameters<typeof ConfigReader>[0], undefined>;
  } = {},
) {
  const { clock = new TestClock() } = options;
  const { entities = [entity('Component', 'orders')] } = options;
  const registry = new CostRegistry();
  options.bills?.forEach(it => registry.addProvider(it));
  options.allocations?.forEach(it => registry.addAllocationProvider(it));
  options.units?.forEach(it => registry.addUnitProvider(it));
  const logger = mockServices.logger.mock();
  const cost = await createCost({
    auditor: mockServices.auditor.mock(),
    auth: mockServices.auth(),
    catalog: {
      ...catalogServiceMock(),
      // Read anew each time, as the test changes it.
      streamEntities: (request, credentials) =>
        catalogServiceMock({ entities }).streamEntities(request, credentials),
    } as ReturnType<typeof catalogServiceMock>,
    config: mockServices.rootConfig({
      data: { cost: { backfillMonths: 2, ...options.config } },
    }),
    database: mockServices.database({ knex }),
    discovery: mockServices.discovery(),
    httpAuth: mockServices.httpAuth(),
    logger,
    notifications: { send: async () => {} },
    permissions: mockServices.permissions(),
    registry,
    reports: { report: () => {}, list: () => [] },
    now: clock.now,
  });
  const { signal } = new AbortController();
  const pull = async () => {
    for (const source of cost.sources) await cost.collector.run(source, signal);
  };
  return {
    ...cost,
    clock,
    entities,
    logger,
    pull,
    /** A pull of each source, and who pays. */
    collect: async () => {
      await pull();
      await cost.attributor.run(signal);
    },
    /** What somebody pays in a month, by reference; nobody is the empty one. Effective. */
    paid: async (month = 202611): Promise<Record<string, string>> => {
      const rows = await knex('cost_monthly')
        .join('cost_subject', 'cost_subject.id', 'cost_monthly.subject_id')
        .where({ month })
        .groupBy('ref')
        .orderBy('ref')
        .select('ref', sumOf(knex, 'effective'));
      return Object.fromEntries(
        rows.map(it => [
          it.ref.replace('component:default/', ''),
          moneyToDecimal(nanosOf(it.effective)),
        ]),
      );
    },
  };
}

const SUMS = [
  'cost_line',
  'cost_daily',
  'cost_monthly',
  'cost_daily_group',
] as const;

/** What each table adds up to, billed and effective: all of them have to say the same. */
export async function sumsOf(knex: Knex): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of [...SUMS, 'cost_daily_total', 'cost_bill']) {
    const [sum] = await knex(table)
      .modify(query => {
        if (table === 'cost_bill') query.where({ standing: 'counts' });
      })
      .select(sumOf(knex, 'billed'), sumOf(knex, 'effective'));
    all[table] = [sum.billed, sum.effective];
  }
  return all;
}

/** Fails where a sum differs from the bill. @returns the bill's effective sum, decimal */
export async function reconciled(knex: Knex): Promise<string> {
  const { cost_bill: bill, ...others } = await sumsOf(knex);
  for (const [table, sum] of Object.entries(others)) {
    expect([table, ...sum]).toEqual([table, ...bill]);
  }
  return moneyToDecimal(nanosOf(bill[1]));
}
