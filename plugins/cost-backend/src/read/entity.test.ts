import { parseMoney } from '@portico/plugin-cost-common';
import type { CostRow } from '@portico/plugin-cost-node';
import { row } from '../__testUtils__/FakeBill';
import { createTestDatabases } from '../__testUtils__/startCost';
import { daysFrom } from '../store/days';
import { startRead } from './__testUtils__/startRead';

const databases = createTestDatabases();
jest.setTimeout(240_000);

const OCTOBER = daysFrom('2026-10-01', '2026-10-31');
const NOVEMBER = daysFrom('2026-11-01', '2026-11-19');

/** Ten a day of a server, from 12 November on twelve; a database of five that came on 10 November; one of three that went on 5 November. */
const ROWS: CostRow[] = [...OCTOBER, ...NOVEMBER].flatMap(day => {
  const tags = { service: 'orders', environment: 'production' };
  const database = {
    serviceName: 'Amazon RDS',
    serviceCategory: 'Databases' as const,
  };
  return [
    row({
      day,
      tags,
      resourceId: 'i-1',
      resourceName: 'web',
      cost: day < '2026-11-12' ? '10' : '12',
      consumedQuantity: day < '2026-11-12' ? '20' : '24',
      consumedUnit: 'hours',
    }),
    ...(day >= '2026-11-10'
      ? [row({ day, tags, ...database, resourceId: 'new-db', cost: '5' })]
      : []),
    ...(day <= '2026-11-05'
      ? [
          row({
            day,
            tags: { ...tags, environment: 'staging' },
            ...database,
            resourceId: 'old-db',
            cost: '3',
          }),
        ]
      : []),
    row({ day, cost: '6', serviceName: 'NAT', serviceCategory: 'Networking' }),
  ];
});

describe.each(databases.eachSupportedId())('An entity on %s', databaseId => {
  const ORDERS = '/entity/component/default/orders';
  const start = async (options: Parameters<typeof startRead>[1] = {}) =>
    startRead(await databases.init(databaseId), { rows: ROWS, ...options });

  it('tells the month to date over the same days as the month before', async () => {
    const { get } = await start({
      budgets: {
        'component:default/orders': {
          amount: parseMoney('400'),
          from: 'annotation',
        },
      },
    });
    const { body } = await get('commerce', ORDERS);
    // 11 × 10 + 8 × 12, 10 × 5, 5 × 3, and 2/3 of 19 × 6; before 19 × 10, 19 × 3, and 2/3 of 19 × 6.
    expect(body.standing).toMatchObject({
      month: '2026-11',
      toDate: '347.00',
      daysKnown: 19,
      days: 30,
      before: { month: '2026-10', amount: '323.00', change: 0.074303 },
      budget: { amount: '400.00', passed: 0.8, state: 'heading-over' },
    });
    expect(body.months.slice(-2)).toEqual([
      { month: '2026-10', amount: '527.00' },
      expect.objectContaining({ month: '2026-11', amount: '347.00' }),
    ]);
    expect(body.months[0]).toEqual({ month: '2025-11', amount: null });
    expect(body.basis).toMatchObject({
      metric: 'effective',
      currency: 'USD',
      through: '2026-11-19',
      openSince: '2026-11-17',
      problems: [],
    });
  });

  it('splits it by category, with what is shared marked as such', async () => {
    const { get } = await start();
    const { body } = await get('commerce', ORDERS);
    expect(
      body.rows.map(({ title, amount, kind }: Record<string, string>) => [
        title,
        amount,
        kind,
      ]),
    ).toEqual([
      ['Compute', '206.00', 'own'],
      ['Networking', '76.00', 'shared'],
      ['Databases', '65.00', 'own'],
    ]);
    expect(body.kinds).toEqual([
      { kind: 'own', amount: '271.00' },
      { kind: 'shared', amount: '76.00' },
    ]);
    expect(body.environments).toEqual([
      expect.objectContaining({ environment: 'production', amount: '256.00' }),
      expect.objectContaining({
        environment: 'No environment',
        amount: '76.00',
      }),
      expect.objectContaining({ environment: 'staging', amount: '15.00' }),
    ]);
    const { days, series } = body.chart;
    expect(days).toEqual(NOVEMBER);
    expect(
      series.map((it: { title: string; amounts: string[] }) => [
        it.title,
        it.amounts[0],
        it.amounts[18],
      ]),
    ).toEqual([
      ['Compute', '10.00', '12.00'],
      ['Networking', '4.00', '4.00'],
      ['Databases', '3.00', '5.00'],
    ]);
    expect(body.chart.forecast.days).toHaveLength(11);
  });

  it('says what changed, since when and why', async () => {
    const { get } = await start();
    const { body } = await get('commerce', ORDERS);
    expect(
      body.changes.map((it: Record<string, string>) =>
        [it.title, it.difference, it.since, it.because]
          .join(' | ')
          .replaceAll('\u00a0', ' '),
      ),
    ).toEqual([
      'new-db (RDS) | 50.00 | 2026-11-10 | New: first charged on 10 Nov.',
      'old-db (RDS) | -42.00 | 2026-11-06 | Stopped: last charged on 5 Nov.',
      'web (EC2) | 16.00 | 2026-11-12 | More was used since 12 Nov: 412 against 380 hours.',
    ]);
  });

  it('opens a row to its resources and days', async () => {
    const { get } = await start();
    const { body } = await get(
      'commerce',
      `${ORDERS}/resources?by=category&within=Databases`,
    );
    expect(body).toMatchObject({
      total: '65.00',
      more: 0,
      days: NOVEMBER,
      items: [
        { resourceId: 'new-db', amount: '50.00', service: 'Amazon RDS' },
        {
          resourceId: 'old-db',
          amount: '15.00',
          change: -0.736842,
          environment: 'staging',
        },
      ],
    });
    expect(body.items[0].daily.slice(8, 11)).toEqual(['0.00', '5.00', '5.00']);
    const shared = await get(
      'commerce',
      `${ORDERS}/resources?by=resource&within=shared:network`,
    );
    expect(shared.body.items).toEqual([
      expect.objectContaining({
        title: 'Shared: network',
        kind: 'shared',
        note: 'split by network',
        amount: '76.00',
      }),
    ]);
  });

  it('tells a month that is over as it is, and one before all bills as unknown', async () => {
    const { get } = await start();
    const october = await get('commerce', `${ORDERS}?month=2026-10`);
    expect(october.body.standing).toEqual({
      month: '2026-10',
      toDate: '527.00',
      daysKnown: 31,
      days: 31,
    });
    expect(october.body.chart).not.toHaveProperty('forecast');
    const { body } = await get('commerce', `${ORDERS}?month=2026-01`);
    expect(body.standing).toMatchObject({ toDate: '0.00', daysKnown: 0 });
    expect(body.rows).toEqual([]);
    expect(body.months.every((it: { amount: unknown }) => !it.amount)).toBe(
      true,
    );
  });

  it('says what is missing: a day, a rate, a row, a source that fails', async () => {
    const rows = ROWS.filter(({ day }) => day !== '2026-11-18').map(it =>
      it.day === '2026-11-19' ? { ...it, billingCurrency: 'GBP' } : it,
    );
    const { bill, clock, collect, get } = await start({ rows: [] });
    bill.rows = rows;
    bill.problems = [{ where: 'part-1.csv', line: 7, message: 'no amount' }];
    clock.pass(8);
    await collect();
    bill.before = () => {
      throw new Error('AWS answered 503 to GetCostAndUsage.');
    };
    clock.pass(8);
    await collect();
    const { body } = await get('commerce', ORDERS);
    const problems: { kind: string; message: string }[] = body.basis.problems;
    expect(problems.map(({ kind }) => kind).sort()).toEqual([
      'malformed-rows',
      'missing-rate',
      'source-failed',
    ]);
    expect(problems.map(({ message }) => message).join(' ')).toMatch(
      /AWS answered 503.*GBP.*cost\.rates.*1 row of Bill aws:main/s,
    );
  });

  it('names days that a source has told nothing of', async () => {
    const knex = await databases.init(databaseId);
    const { get } = await startRead(knex, { rows: ROWS });
    await knex('cost_day').whereIn('day', [20261104, 20261105]).delete();
    const { body } = await get('commerce', ORDERS);
    expect(body.basis.problems).toEqual([
      {
        kind: 'missing-days',
        source: 'Bill aws:main',
        message:
          'Bill aws:main has told nothing of 2 days, the first 2026-11-04; sums lack them until it is collected again.',
        days: ['2026-11-04', '2026-11-05'],
      },
    ]);
  });

  it('answers for lists: what may be seen, in one go', async () => {
    const { post } = await start();
    const { body } = await post('commerce', '/summaries', {
      entityRefs: [
        'component:default/orders',
        'component:default/ledger',
        'component:default/gone',
        'Component:Default/Cart',
        'system:default/storefront',
      ],
    });
    expect(
      body.items.map((it: { entityRef: string; standing: object }) => [
        it.entityRef,
        (it.standing as { toDate: string }).toDate,
      ]),
    ).toEqual([
      ['component:default/orders', '347.00'],
      ['component:default/cart', '0.00'],
      ['system:default/storefront', '347.00'],
    ]);
    expect(body.items[0].months).toHaveLength(13);
  });

  it.each([
    ['?month=November', /month: write a month as 2026-11/],
    ['?metric=list', /metric: write billed or effective/],
    ['?by=colour', /by: write one of category, .*label:<key>/],
    ['?by=label:a"b', /by: write one of/],
  ])('refuses %s, and says what to write', async (query, message) => {
    const { get } = await start({ rows: [] });
    const { body, status } = await get('commerce', `${ORDERS}${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('does not know what is not in the catalog', async () => {
    const { get } = await start({ rows: [] });
    const { body, status } = await get(
      'finance',
      '/entity/component/default/gone',
    );
    expect(status).toBe(404);
    expect(body.error.message).toMatch(/not in the catalog/);
  });
});
