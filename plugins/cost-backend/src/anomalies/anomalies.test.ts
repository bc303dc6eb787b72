import {
  component,
  createTestDatabases,
  startFindings,
} from '../findings/__testUtils__/startFindings';
import { addDays, daysFrom } from '../store/days';
import type { ChangeSource } from './Change';

const ORDERS = 'component:default/orders';
jest.setTimeout(240_000);

const databases = createTestDatabases();

const deployed: ChangeSource = {
  changes: async () => [
    {
      at: '2026-11-12T08:14:00.000Z',
      words: 'Deploy 9c41e07 to production, 12\u00a0Nov 08:14 UTC.',
      link: { title: 'Deploy 9c41e07', url: 'https://argocd.example/orders' },
    },
  ],
};

/** The table of orders from a day on, at so much a day. */
const table = (cost: number, from: string, to: string) =>
  daysFrom(from, to).map(day => ({
    day,
    cost,
    entity: ORDERS,
    service: 'Amazon Relational Database Service',
    resource: 'orders-db',
    description: '$0.10 per GB-month of storage',
    unit: 'GB',
    quantity: cost * 10,
  }));

describe.each(databases.eachSupportedId())('anomalies on %s', id => {
  async function start(options: { changes?: ChangeSource[] } = {}) {
    const started = await startFindings(databases, id, {
      entities: [component('orders')],
      cost: { tell: ['finance'] },
      ...options,
    });
    await started.books.write(table(10, '2026-07-01', '2026-11-11'));
    return started;
  }

  it('tells the owner since when, what grew, by how much, and what was changed then', async () => {
    const { books, look, reader, told, sent } = await start({
      changes: [deployed],
    });
    await look('2026-11-12');
    expect(told()).toEqual([]);
    await books.write(table(31, '2026-11-12', '2026-11-14'));
    await look('2026-11-15');
    expect(sent[0].payload).toMatchObject({
      link: '/catalog/default/component/orders/cost',
      topic: 'Cost',
    });
    expect(told()).toEqual([
      'group:default/commerce: orders: 21.00\u00a0USD a day more than usual',
    ]);
    const [anomaly] = await reader.anomalies([ORDERS]);
    expect(anomaly).toMatchObject({
      entityRef: ORDERS,
      title: 'orders',
      since: '2026-11-12',
      state: 'open',
      excess: '21.00',
      usual: '10.00',
      factor: 3.1,
      because:
        'RDS, 3.1\u00a0times what is usual since 12\u00a0Nov. orders-db grew from 10.00\u00a0USD to 31.00\u00a0USD a day, 3.1\u00a0times the usage (GB-month of storage). Deploy 9c41e07 to production, 12\u00a0Nov 08:14 UTC.',
      links: [
        { title: 'Deploy 9c41e07', url: 'https://argocd.example/orders' },
      ],
    });
    expect(anomaly.days).toHaveLength(10);
    expect(anomaly.amounts.slice(6, 8)).toEqual(['10.00', '31.00']);
  });

  it('keeps one anomaly while it goes on and is restated, and tells of it once', async () => {
    const { books, look, reader, told } = await start();
    await books.write(table(31, '2026-11-12', '2026-11-14'));
    await look('2026-11-15');
    const [before] = await reader.anomalies([ORDERS]);
    // It began a day earlier, says the bill now, and it costs more.
    await books.write(table(33, '2026-11-11', '2026-11-16'));
    await look('2026-11-17');
    await books.write(table(10, '2026-11-17', '2026-11-18'));
    await look('2026-11-19');
    expect(told()).toHaveLength(1);
    expect(await reader.anomalies([ORDERS])).toEqual([
      expect.objectContaining({
        id: before.id,
        since: '2026-11-11',
        until: '2026-11-16',
        state: 'over',
      }),
    ]);
  });

  it('forgets what a restated bill takes back', async () => {
    const { books, look, reader } = await start();
    await books.write(table(31, '2026-11-12', '2026-11-14'));
    await look('2026-11-15');
    expect(await reader.anomalies('all')).toHaveLength(1);
    await books.write(table(10, '2026-11-12', '2026-11-15'));
    await look('2026-11-16');
    expect(await reader.anomalies('all')).toEqual([]);
  });

  it('tells finance of what is nobody’s, and owners of nothing of others', async () => {
    const { books, look, reader, told } = await start();
    const machines = (cost: number, from: string, to: string) =>
      daysFrom(from, to).map(day => ({
        day,
        cost,
        cause: 'no-tag',
        account: 'staging',
        resource: 'i-forgotten',
        description: '$1.006 per On Demand Linux g5.xlarge Instance Hour',
        unit: 'Hours',
        quantity: 144,
      }));
    await books.write([
      ...machines(144.8, '2026-11-12', '2026-11-15'),
      ...table(10, '2026-11-12', '2026-11-15'),
    ]);
    await look('2026-11-16');
    expect(told()).toEqual([
      'group:default/finance: No owner, account staging: 144.80\u00a0USD a day more than usual',
    ]);
    expect(await reader.anomalies([ORDERS])).toEqual([]);
    const [{ because, entityRef }] = await reader.anomalies('all');
    expect(entityRef).toBeUndefined();
    expect(because).toBe(
      'EC2, 144.80\u00a0USD a day since 12\u00a0Nov; next to nothing before. New: 6 g5.xlarge (i-forgotten), 144.80\u00a0USD a day. It has no service tag.',
    );
  });

  it('is told without changes where nobody can say what was changed', async () => {
    const { books, look, reader } = await start({
      changes: [
        {
          changes: async () => {
            throw new Error('Health answered 503.');
          },
        },
      ],
    });
    await books.write(table(31, '2026-11-12', '2026-11-14'));
    await look('2026-11-15');
    const [{ because, links }] = await reader.anomalies([ORDERS]);
    expect(because).toMatch(/^RDS, 3\.1/);
    expect(links).toEqual([]);
  });

  it('says nothing of what is new as a whole, or of a bill that is not collected yet', async () => {
    const { books, look, reader } = await start();
    await books.write([
      ...table(10, '2026-11-12', '2026-11-15'),
      ...daysFrom('2026-11-01', '2026-11-15').map(day => ({
        day,
        cost: 40,
        entity: 'component:default/brand-new',
      })),
      ...daysFrom('2026-11-10', '2026-11-15').map(day => ({
        day,
        cost: 40,
        entity: ORDERS,
        provider: 'Microsoft',
        service: 'Virtual Machines',
      })),
    ]);
    await look('2026-11-16');
    expect(await reader.anomalies('all')).toEqual([]);
  });

  it('finds the same at once where months are looked at for the first time', async () => {
    const { books, look, reader, told } = await start();
    await books.write(table(31, addDays('2026-11-12', -30), '2026-10-16'));
    await look('2026-11-12');
    expect(told()).toEqual([]);
    expect(await reader.anomalies('all')).toEqual([
      expect.objectContaining({ since: '2026-10-13', until: '2026-10-16' }),
    ]);
  });
});
