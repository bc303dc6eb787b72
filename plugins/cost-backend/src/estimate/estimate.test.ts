import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { Rates, type CostSummary } from '@portico/plugin-cost-common';
import express from 'express';
import request from 'supertest';
import { createEstimateRoutes, Estimator, readPrices } from '.';

type JsonObject = NonNullable<
  NonNullable<Parameters<typeof mockServices.rootConfig>[0]>['data']
>;

const prices = {
  currency: 'USD',
  asOf: '2026-11-01',
  source: 'AWS on-demand list prices, us-east-1',
  items: [
    {
      id: 'database',
      title: 'PostgreSQL database',
      sizes: [{ id: 'db.t4g.micro', detail: '20 GiB', monthly: '14.385' }],
    },
    {
      id: 'workload',
      title: 'Workload',
      sizes: [
        { id: 'small', monthly: 1.495, environments: { production: '4.47' } },
      ],
    },
  ],
};
const ORDERS = 'component:default/orders';

const orders = {
  entityRef: ORDERS,
  basis: { currency: 'USD', through: '2026-11-19' },
  standing: {
    days: 30,
    daysKnown: 19,
    forecast: { amount: '410.5', low: '1', high: '2' },
    budget: { amount: '400' },
  },
} as CostSummary;

function start(
  options: {
    cost?: JsonObject;
    base?: string;
    summaries?: () => Promise<CostSummary[]>;
  } = {},
) {
  const { cost = { prices }, base = 'USD' } = options;
  const list = readPrices(mockServices.rootConfig({ data: { cost } }));
  const estimator = new Estimator({
    prices: list,
    rates: new Rates(
      base,
      [{ currency: 'USD', from: '2026-01-01', rate: '0.9' }].filter(
        ({ currency }) => base === 'EUR' && currency !== base,
      ),
    ),
    summaries: options.summaries ?? (async () => [orders]),
    now: () => new Date('2026-11-21T12:00:00Z'),
  });
  const app = express().use(
    createEstimateRoutes({
      httpAuth: mockServices.httpAuth(),
      estimator,
      prices: list,
    }),
    mockErrorHandler(),
  );
  return async (body: object) => {
    const response = await request(app)
      .post('/estimate')
      .set('authorization', mockCredentials.user.header())
      .send(body);
    return response.body;
  };
}

describe('POST /estimate', () => {
  it('says what things cost, to the cent, and what that does to the entity', async () => {
    const items = [{ item: 'database' }, { item: 'workload', count: 3 }];
    expect(await start()({ items, entityRef: 'Component:orders' })).toEqual({
      currency: 'USD',
      monthly: '18.87',
      lines: [
        {
          title: 'PostgreSQL database, db.t4g.micro',
          monthly: '14.39',
          detail: '20 GiB',
          note: 'AWS on-demand list prices, us-east-1, 1 November 2026',
        },
        {
          title: '3 × Workload, small',
          monthly: '4.48',
          note: 'AWS on-demand list prices, us-east-1, 1 November 2026',
        },
      ],
      unknown: [],
      asOf: '2026-11-01',
      source: 'AWS on-demand list prices, us-east-1',
      entity: {
        monthlyBefore: '410.50',
        monthlyAfter: '429.37',
        budget: '400',
        through: '2026-11-19',
      },
    });
  });

  it('takes a month that is over as it was', async () => {
    const standing = { ...orders.standing, toDate: '300', forecast: undefined };
    const over = { ...standing, days: 31, daysKnown: 31 };
    const ask = start({
      summaries: async () => [{ ...orders, standing: over }],
    });
    const { entity } = await ask({ items: [], entityRef: ORDERS });
    expect(entity.monthlyBefore).toBe('300.00');
  });

  it('takes the price of the environment', async () => {
    const items = [{ item: 'workload', environment: 'production' }];
    expect((await start()({ items })).monthly).toBe('4.47');
  });

  it('names what has no price beside the sum of the rest', async () => {
    const items = [
      { item: 'workload' },
      { item: 'gpu' },
      { item: 'database', size: 'huge' },
    ];
    expect(await start()({ items })).toMatchObject({
      monthly: '1.50',
      unknown: [
        "the price list has no 'gpu'",
        "the price list has no PostgreSQL database of size 'huge'",
      ],
    });
  });

  it('converts with the rate of the day', async () => {
    const ask = start({ base: 'EUR' });
    expect(await ask({ items: [{ item: 'database' }] })).toMatchObject({
      currency: 'EUR',
      monthly: '12.95',
    });
  });

  it('stays in the currency of the list where there is no rate, and adds nothing up', async () => {
    const ask = start({ base: 'GBP' });
    const estimate = await ask({
      items: [{ item: 'database' }],
      entityRef: ORDERS,
    });
    expect(estimate).toMatchObject({ currency: 'USD', monthly: '14.38' });
    expect(estimate.entityProblem).toContain('no rate from USD to GBP');
    expect(estimate.entity).toBeUndefined();
  });

  it.each<[string, () => Promise<CostSummary[]>, string]>([
    ['which the caller may not see', async () => [], 'you may not see them'],
    [
      'for whoever may see no costs',
      async () => {
        throw new NotAllowedError('Costs are shown to engineers.');
      },
      'Costs are shown to engineers.',
    ],
    [
      'with too few days',
      async () => [
        { ...orders, standing: { ...orders.standing, forecast: undefined } },
      ],
      'too few days',
    ],
  ])('says why there is nothing of an entity %s', async (_, summaries, why) => {
    const estimate = await start({ summaries })({
      items: [{ item: 'workload' }],
      entityRef: ORDERS,
    });
    expect(estimate.monthly).toBe('1.50');
    expect(estimate.entity).toBeUndefined();
    expect(estimate.entityProblem).toContain(why);
  });

  it('knows nothing without a price list, and says so', async () => {
    const estimate = await start({ cost: {} })({
      items: [{ item: 'database' }],
    });
    expect(estimate).toMatchObject({
      lines: [],
      unknown: ['no price list is configured (cost.prices)'],
    });
  });
});

describe('POST /estimate with what it can not read', () => {
  it.each([
    [{}, 'items: '],
    [{ items: [{ item: 'database', count: 0 }] }, 'items.0.count: '],
    [{ items: [{ item: 'database', much: 1 }] }, '"much"'],
    [{ items: [], entityRef: 'orders' }, "'orders' is no entity reference"],
  ])('refuses %j', async (body, why) => {
    const { error } = await start()(body);
    expect(error.message).toContain(why);
  });
});

describe('cost.prices', () => {
  const item = prices.items[0];
  it.each<[string, JsonObject, string]>([
    ['a day', { ...prices, asOf: '1 Nov' }, "'1 Nov' is no day"],
    ['an item', { ...prices, items: [item, item] }, 'database is there twice'],
    [
      'an amount',
      { ...prices, items: [{ ...item, sizes: [{ id: 's', monthly: 'x' }] }] },
      "'x' is no amount",
    ],
    ['sizes', { ...prices, items: [{ ...item, sizes: [] }] }, 'has no sizes'],
  ])('is refused where it can not be read: %s', (_, broken, why) => {
    const config = mockServices.rootConfig({
      data: { cost: { prices: broken } },
    });
    expect(() => readPrices(config)).toThrow(why);
  });
});
