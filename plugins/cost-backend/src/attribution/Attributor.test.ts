import { parseMoney } from '@portico/plugin-cost-common';
import type { Allocations } from '@portico/plugin-cost-node';
import fc from 'fast-check';
import { FakeBill, row } from '../__testUtils__/FakeBill';
import {
  createTestDatabases,
  entity,
  reconciled,
  startCost,
} from '../__testUtils__/startCost';
import { amountOf } from '../store/amounts';

const databases = createTestDatabases();
jest.setTimeout(240_000);
const NODE = {
  tags: { 'eks:cluster-name': 'main', environment: 'production' },
};
const CLUSTER = {
  name: 'Cluster',
  when: ['tag:eks:cluster-name=main'],
  split: { byCluster: 'main' },
};

const IDLE = [
  {
    day: '2026-11-03',
    cluster: 'main',
    environment: 'production',
    idle: parseMoney('5'),
  },
];

function allocations(said: Partial<Allocations>) {
  return {
    id: 'fake:cluster',
    title: 'Cluster',
    clusters: ['main'],
    restatedDays: 1,
    sliceDays: 31,
    pull: async ({ from, to }: { from: string; to: string }) => {
      const within = ({ day }: { day: string }) => from <= day && day <= to;
      const { workloads = [], idle = [] } = said;
      return {
        workloads: workloads.filter(within),
        idle: idle.filter(within),
        currency: 'USD',
      };
    },
  };
}

function workload(name: string, requested: string, environment?: string) {
  return {
    ...{
      day: '2026-11-03',
      cluster: 'main',
      environment,
      labels: { app: name },
    },
    ...{ service: name, requested: parseMoney(requested) },
    ...{ used: 0n, shared: 0n },
  };
}

describe.each(databases.eachSupportedId())('Attributor on %s', databaseId => {
  const entities = () => ['orders', 'cart'].map(it => entity('Component', it));
  const start = async (
    options: Parameters<typeof startCost>[1],
    rows: FakeBill['rows'] = [],
  ) => {
    const knex = await databases.init(databaseId);
    const bill = new FakeBill();
    bill.rows = rows;
    const cost = await startCost(knex, {
      bills: [bill],
      entities: entities(),
      ...options,
    });
    return { knex, bill, ...cost };
  };

  it('adds up to the bill to the nano, in each table, whatever the bill and its restatements are', async () => {
    const { knex, bill, collect, clock } = await start({
      config: {
        rates: [{ currency: 'EUR', from: '2026-10-01', rate: '1.0837' }],
        rules: [
          { name: 'NAT', when: 'service=NAT', split: { inProportion: 'all' } },
          {
            name: 'Support',
            when: 'service=Support',
            split: { evenly: 'all' },
          },
        ],
      },
    });
    const money = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    const rows = fc.array(
      fc.record({
        day: fc.constantFrom('2026-10-31', '2026-11-03', '2026-11-04'),
        tags: fc.constantFrom<Record<string, string>>(
          {},
          { service: 'orders' },
          { service: 'x' },
        ),
        serviceName: fc.constantFrom('EC2', 'NAT', 'Support'),
        billingCurrency: fc.constantFrom('USD', 'EUR', 'GBP'),
        billedCost: money,
        effectiveCost: money,
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async some => {
        bill.rows = some.map(it => row(it));
        clock.pass(24 * 0.25);
        await knex('cost_slice').update({ state: 'planned' });
        await collect();
        expect(await reconciled(knex)).toMatch(/^-?[\d.]+$/);
      }),
      { numRuns: 15 },
    );
  });

  it('is done again, newest days first, when the catalog has changed and is settled', async () => {
    const told: string[][] = [];
    const {
      attributor,
      knex,
      entities: all,
      collect,
      paid,
      clock,
    } = await start(
      {},
      ['2026-10-31', '2026-11-02'].map(day =>
        row({ day, cost: '1', tags: { service: 'search' } }),
      ),
    );
    attributor.onDays(days => told.push(days));
    await collect();
    expect(await paid()).toEqual({ '': '1' });
    expect(await attributor.isCurrent('2026-10-01')).toBe(true);
    all.push(entity('Component', 'search'));
    clock.pass(1 / 30);
    await collect();
    expect(await attributor.isCurrent('2026-10-01')).toBe(false);
    expect(await paid()).toEqual({ '': '1' });
    clock.pass(1 / 30);
    await collect();
    expect(await paid()).toEqual({ search: '1' });
    expect(told).toEqual([
      ['2026-11-02', '2026-10-31'],
      ['2026-11-02', '2026-10-31'],
    ]);
    expect(await reconciled(knex)).toBe('2');
  });

  it('tells a currency without a rate, counts the others, and adds it when there is one', async () => {
    const rows = [
      row({ cost: '10', billingCurrency: 'EUR', serviceName: 'Seats' }),
      row({ cost: '1' }),
    ];
    const { knex, bill, collect, clock } = await start({}, rows);
    await collect();
    expect(await reconciled(knex)).toBe('1');
    expect(
      await knex('cost_bill')
        .where({ standing: 'no-rate' })
        .select('currency', 'day', amountOf(knex, 'billed_original')),
    ).toEqual([
      { currency: 'EUR', day: 20261103, billed_original: '10000000000' },
    ]);
    clock.pass(1);
    const rates = [{ currency: 'EUR', from: '2026-11-01', rate: '1.1' }];
    const next = await startCost(knex, {
      bills: [bill],
      clock,
      config: { rates },
    });
    await next.collect();
    clock.pass(1);
    await next.collect();
    expect(await reconciled(knex)).toBe('12');
  });

  it('counts one of two bills of the same account, and tells the other', async () => {
    const knex = await databases.init(databaseId);
    const [first, second] = [new FakeBill('a:focus'), new FakeBill('b:api')];
    first.rows = [row({ cost: '10' })];
    second.rows = [
      row({ cost: '10' }),
      row({ cost: '3', billingAccountId: '2' }),
      row({ cost: '7', day: '2026-11-04' }),
    ];
    const { collect } = await startCost(knex, { bills: [second, first] });
    await collect();
    // On the 4th only the second one knows anything of the account.
    expect(await reconciled(knex)).toBe('20');
    expect(
      await knex('cost_bill').where({ standing: 'twice' }).select('source_id'),
    ).toEqual([{ source_id: 'b:api' }]);
  });

  it('keeps a comparison beside the bill, in no sum', async () => {
    const knex = await databases.init(databaseId);
    const [bill, other] = [new FakeBill('focus'), new FakeBill('explorer')];
    other.role = 'comparison';
    bill.rows = [row({ cost: '10' })];
    other.rows = [row({ cost: '4', resourceId: 'x' }), row({ cost: '6' })];
    const { collect, clock } = await startCost(knex, { bills: [bill, other] });
    await collect();
    expect(await reconciled(knex)).toBe('10');
    const compared = () =>
      knex('cost_bill')
        .where({ standing: 'comparison' })
        .select('service', 'rows', amountOf(knex, 'effective'));
    const known = [
      { service: 'Amazon EC2', rows: 2, effective: '10000000000' },
    ];
    expect(await compared()).toEqual(known);
    clock.pass(6);
    await collect();
    expect(await compared()).toEqual(known);
  });

  it('drops a bill that is no longer configured', async () => {
    const { knex, collect, clock } = await start({}, [row({ cost: '10' })]);
    await collect();
    expect(await reconciled(knex)).toBe('10');
    const next = await startCost(knex, { clock });
    await next.collect();
    clock.pass(1);
    await next.collect();
    expect(await reconciled(knex)).toBe('0');
  });

  it('splits the nodes of an environment by what its workloads asked for; the rest is idle, or nobody known', async () => {
    const { knex, collect, paid } = await start(
      {
        config: { rules: [CLUSTER] },
        allocations: [
          allocations({
            workloads: [
              workload('orders', '3', 'production'),
              workload('cart', '1', 'production'),
              workload('ghost', '1', 'production'),
              workload('cart', '100', 'staging'),
            ],
            idle: IDLE,
          }),
        ],
      },
      [row({ cost: '20', ...NODE })],
    );
    await collect();
    expect(await paid()).toEqual({ '': '12', cart: '2', orders: '6' });
    expect(
      await knex('cost_party')
        .where({ subject_id: 0 })
        .orderBy('cause')
        .select('cause', 'found', 'rule'),
    ).toEqual([
      { cause: 'idle', found: null, rule: 'Cluster' },
      { cause: 'unknown-name', found: 'service=ghost', rule: 'Cluster' },
    ]);
    expect(await reconciled(knex)).toBe('20');
  });

  it('shares what is idle by those who use the cluster, where a rule says so', async () => {
    const split = { byCluster: 'main', idle: 'shared' };
    const { collect, paid } = await start(
      {
        config: { rules: [{ ...CLUSTER, split }] },
        allocations: [
          allocations({
            workloads: [
              workload('orders', '3', 'production'),
              workload('cart', '1', 'production'),
            ],
            idle: IDLE,
          }),
        ],
      },
      [row({ cost: '20', ...NODE })],
    );
    await collect();
    expect(await paid()).toEqual({ cart: '5', orders: '15' });
  });

  it('splits a cluster that says nothing of environments as a whole, and not at all where nothing is known', async () => {
    const { collect, paid } = await start(
      {
        config: { rules: [CLUSTER] },
        allocations: [
          allocations({
            workloads: [workload('orders', '3'), workload('cart', '1')],
          }),
        ],
      },
      [
        row({ cost: '20', ...NODE }),
        row({ cost: '7', ...NODE, day: '2026-11-02' }),
      ],
    );
    await collect();
    expect(await paid()).toEqual({ '': '7', cart: '5', orders: '15' });
  });

  it('keeps estimates beside the bill', async () => {
    const knex = await databases.init(databaseId);
    const bill = new FakeBill('a:bill');
    const estimate = new FakeBill('b:estimate', { kind: 'estimated' });
    const tags = { service: 'orders' };
    bill.rows = [row({ cost: '10', tags })];
    estimate.rows = [row({ cost: '4', tags }), row({ cost: '1' })];
    const { collect } = await startCost(knex, {
      bills: [bill, estimate],
      entities: entities(),
    });
    await collect();
    expect(
      await knex('cost_daily_total')
        .orderBy('subject_id')
        .select(
          amountOf(knex, 'effective'),
          amountOf(knex, 'estimated'),
          'subject_id',
        ),
    ).toEqual([
      { subject_id: 0, effective: '0', estimated: '1000000000' },
      { subject_id: 1, effective: '10000000000', estimated: '4000000000' },
    ]);
    expect(
      await knex('cost_group')
        .orderBy('kind')
        .orderBy('cause')
        .select('kind', 'cause'),
    ).toEqual(
      expect.arrayContaining([
        { kind: 'estimated', cause: 'no-rule' },
        { kind: 'estimated', cause: null },
        { kind: 'own', cause: null },
      ]),
    );
  });

  it('counts what cost is divided by, once the catalog is filled', async () => {
    const knex = await databases.init(databaseId);
    const all = entities();
    const filling = all.slice(0, 0);
    const { pull, clock } = await startCost(knex, {
      entities: filling,
      units: [
        {
          ...{ id: 'fake:requests', unit: 'requests', title: 'Fake' },
          sliceDays: 31,
          pull: async ({ to }, { subjects }) =>
            subjects.map(({ entityRef }) => ({
              ...{ day: to, entityRef, count: '112400000' },
            })),
        },
      ],
    });
    await pull();
    filling.push(...all);
    clock.pass(1);
    await pull();
    expect(await knex('cost_unit')).toEqual([]);
    clock.pass(1);
    await pull();
    await pull();
    expect(
      await knex('cost_unit').where({ day: 20261105 }).select('unit', 'count'),
    ).toEqual([
      { unit: 'requests', count: 112400000 },
      { unit: 'requests', count: 112400000 },
    ]);
  });

  it('never writes a day twice where two instances look at it at a time', async () => {
    const rows = ['2026-11-02', '2026-11-03', '2026-11-04'].map(day =>
      row({ day, tags: { service: 'orders' } }),
    );
    const { knex, bill, pull, attributor, clock } = await start({}, rows);
    await pull();
    const other = await startCost(knex, {
      bills: [bill],
      entities: entities(),
      clock,
    });
    await Promise.all([attributor.run(), other.attributor.run()]);
    expect(await reconciled(knex)).toBe('30');
  });
});
