import { moneyToDecimal } from '../money/money';
import type { PriceList } from '../wire';
import { findPrice } from './findPrice';
import { pricePlan, type PlannedResource } from './pricePlan';

const list: PriceList = {
  currency: 'USD',
  asOf: '2026-11-01',
  source: 'list',
  free: ['aws_ssm_parameter'],
  items: [
    {
      id: 'database',
      title: 'PostgreSQL database',
      sizes: [
        { id: 'micro', monthly: '13.98', environments: {} },
        {
          id: 'large',
          monthly: '100',
          environments: { production: '200' },
        },
      ],
      terraform: {
        type: 'aws_db_instance',
        size: 'instance_class',
        factors: [{ attribute: 'multi_az', times: '2' }],
        extras: [
          { attribute: 'allocated_storage', included: '20', each: '0.115' },
        ],
      },
    },
    {
      id: 'cache',
      title: 'Cache',
      sizes: [{ id: 'micro', monthly: '10', environments: {} }],
      terraform: {
        type: 'aws_elasticache_cluster',
        factors: [{ attribute: 'num_cache_nodes' }],
        extras: [],
      },
    },
  ],
};

describe('findPrice', () => {
  it.each([
    [{ item: 'database' }, '13.98'],
    [{ item: 'database', size: 'large' }, '100'],
    [{ item: 'database', size: 'large', environment: 'production' }, '200'],
    [{ item: 'database', environment: 'production' }, '13.98'],
  ])('%j costs %s a month', (item, monthly) => {
    const found = findPrice(list, item);
    expect('lacks' in found || moneyToDecimal(found.monthly)).toBe(monthly);
  });

  it.each([
    [{ item: 'gpu' }, "the price list has no 'gpu'"],
    [
      { item: 'database', size: 'huge' },
      "the price list has no PostgreSQL database of size 'huge'",
    ],
  ])('%j is said to be missing', (item, lacks) => {
    expect(findPrice(list, item)).toEqual({ lacks });
  });
});

describe('pricePlan', () => {
  const price = (...resources: Omit<PlannedResource, 'address'>[]) =>
    pricePlan(
      list,
      resources.map(one => ({ ...one, address: `${one.type}.main` })),
    );
  const type = 'aws_db_instance';
  const micro = { instance_class: 'micro', allocated_storage: 20 };

  it.each([
    ['made', { after: micro }, '0', '13.98'],
    ['destroyed', { before: micro }, '13.98', '0'],
    [
      'given more room, twice',
      {
        before: micro,
        after: { ...micro, allocated_storage: 120, multi_az: true },
      },
      '13.98',
      '50.96',
    ],
    [
      'replaced by a larger one',
      { before: micro, after: { instance_class: 'large' } },
      '13.98',
      '100',
    ],
  ])('what is %s', (_, state, before, after) => {
    const sum = price(
      { type, ...state },
      { type: 'aws_ssm_parameter', after: {} },
    );
    expect(sum).not.toHaveProperty('unknown');
    if ('unknown' in sum) return;
    expect([sum.before, sum.after].map(moneyToDecimal)).toEqual([
      before,
      after,
    ]);
  });

  it('counts nodes', () => {
    const after = { num_cache_nodes: 3 };
    expect(price({ type: 'aws_elasticache_cluster', after })).toEqual({
      before: 0n,
      after: 30_000_000_000n,
    });
  });

  it.each([
    ['a type without a price', { type: 'aws_lb', after: {} }],
    ['a size without a price', { type, after: { instance_class: 'huge' } }],
    ['a size that is known only afterwards', { type, after: {} }],
  ])('takes no part for the whole with %s', (_, resource) => {
    expect(price({ type, after: micro }, resource)).toEqual({
      unknown: [`${resource.type}.main`],
    });
  });
});
