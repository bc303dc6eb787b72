import type { Entry } from '../findings/__testUtils__/Books';
import {
  component,
  createTestDatabases,
  startFindings,
} from '../findings/__testUtils__/startFindings';
import { dayNumber, daysFrom } from '../store/days';

const ORDERS = 'component:default/orders';
const DAYS = daysFrom('2026-11-01', '2026-11-19');
jest.setTimeout(240_000);

const databases = createTestDatabases();

const node = (
  environment: string,
  part: Pick<Entry, 'cost' | 'entity' | 'cause'>,
) => ({
  category: 'Compute',
  resource: `node-${environment}`,
  description: '$0.384 per On Demand Linux m6i.2xlarge Instance Hour',
  tags: { environment, 'eks:cluster-name': 'main' },
  unit: 'Hours',
  quantity: 24,
  rule: 'EKS',
  ...part,
});

describe.each(databases.eachSupportedId())('savings on %s', id => {
  const start = () =>
    startFindings(databases, id, {
      entities: [component('orders')],
      cost: {
        rules: [
          {
            name: 'EKS',
            when: ['tag:eks:cluster-name=main'],
            split: { byCluster: 'main' },
          },
        ],
      },
    });

  it('are what runs at night, what is idle beyond a reserve, and what is attached to nothing', async () => {
    const { books, look, reader } = await start();
    await books.write(
      DAYS.flatMap(day => [
        { day, ...node('production', { cost: 60, entity: ORDERS }) },
        { day, ...node('production', { cost: 40, cause: 'idle' }) },
        {
          day,
          ...node('staging', { cost: 20, entity: ORDERS }),
          // Two hours of the newest day come to the bill later.
          quantity: day.endsWith('-19') ? 22 : 24,
        },
        {
          day,
          cost: 0.6,
          cause: 'no-tag',
          account: 'staging',
          resource: 'eip-1',
          description: '$0.005 per Idle public IPv4 address per hour',
        },
        // It rests already.
        {
          day,
          ...node('dev', { cost: 9, entity: ORDERS }),
          quantity: day.endsWith('-14') ? 0 : 24,
        },
      ]),
    );
    await look('2026-11-20');
    const found = await reader.savings('all');
    expect(
      found.map(({ kind, title, monthly }) => [kind, title, monthly]),
    ).toEqual([
      // 40 % of 100 a day is idle, and 20 % are a reserve.
      ['idle', 'EKS, production: 40\u00a0% idle', '608.00'],
      // 108 of 168 hours of 20 a day.
      ['idle', 'staging run at night', '390.86'],
      ['unattached', '1 address attached to nothing, account staging', '18.24'],
    ]);
    expect(found[1].detail).toMatch(/^One machine of staging ran each hour/);
    expect(found[1].resources).toEqual(['node-staging']);
    // Nobody's savings are not orders'.
    expect(await reader.savings([ORDERS])).toEqual([]);
    await look('2026-11-20');
    expect(await reader.savings('all')).toEqual(found);
  });

  it('are workloads that ask for more than they use, in money of the bill', async () => {
    const { books, look, reader } = await start();
    await books.write(
      DAYS.map(day => ({
        day,
        ...node('production', { cost: 100, entity: ORDERS }),
      })),
    );
    const { db } = books;
    await db('cost_workload').insert([
      workload(1, { service: 'orders', controller: 'orders' }),
      workload(2, { kind: 'idle' }),
    ]);
    await db('cost_allocation').insert(
      DAYS.flatMap((day, at) => [
        // Half of what the cluster has, at prices that are half of the bill's.
        allocation(day, 1, 25, at === 18 ? 10 : 5),
        allocation(day, 2, 25, 0),
      ]),
    );
    await look('2026-11-20');
    expect(await reader.savings([ORDERS])).toEqual([
      expect.objectContaining({
        kind: 'oversized',
        title: 'orders: 40\u00a0% of its requests used',
        // Of 50 a day 52 % are needed: what was used on the busiest day, and 30 % more.
        monthly: '729.60',
        resources: ['orders (production)'],
      }),
    ]);
  });
});

function workload(id: number, part: object) {
  return {
    id,
    hash: String(id),
    source_id: 'opencost',
    kind: 'workload',
    cluster: 'main',
    environment: 'production',
    labels: '{}',
    ...part,
  };
}

function allocation(day: string, id: number, requested: number, used: number) {
  return {
    source_id: 'opencost',
    day: dayNumber(day),
    workload_id: id,
    requested: requested * 1e9,
    used: used * 1e9,
    shared: 0,
  };
}
