import { component, DAY, row } from '../__testUtils__/bill';
import { attribute } from './attribute';
import type { AttributionInput } from './Attribution';
import type { AttributionRule } from './Rule';
import type { CostSubject } from './Subject';

/** What each pays, as decimals of the whole row where there is one. */
function shown(input: Partial<AttributionInput>) {
  return attribute({
    rows: [],
    subjects: [],
    rules: [],
    tagKeys: ['service'],
    ...input,
  }).map(line => {
    const { row: _, billedCost, effectiveCost, ...rest } = line;
    return {
      ...JSON.parse(JSON.stringify(rest)),
      cost: Number(effectiveCost) / 1e9,
    };
  });
}

const own = (name: string, basis: object, cost = 10) => ({
  entityRef: `component:default/${name}`,
  basis,
  cost,
});

describe('attribute', () => {
  const orders = component('orders');
  const cart = component('cart');

  it('gives a row to the entity that its tag names', () => {
    expect(
      shown({
        rows: [row({ tags: { service: 'orders' } })],
        subjects: [orders],
      }),
    ).toEqual([own('orders', { kind: 'selector' })]);
  });

  it('takes the first of several tags that is set', () => {
    expect(
      shown({
        rows: [row({ tags: { app: 'cart', service: '' } })],
        subjects: [orders, cart],
        tagKeys: ['service', 'app'],
      }),
    ).toEqual([own('cart', { kind: 'selector' })]);
  });

  it('prefers the selector that asks for more', () => {
    const wide = component('wide', 'account=42');
    const narrow = component('narrow', 'account=42 && resource=db-*');
    const rows = [
      row({ subAccountId: '42', resourceId: 'db-7' }),
      row({ subAccountId: '42', resourceId: 'vm-7' }),
    ];
    expect(shown({ rows, subjects: [wide, narrow] })).toEqual([
      own('narrow', { kind: 'selector' }),
      own('wide', { kind: 'selector' }),
    ]);
  });

  it('says who claims what is claimed twice, and gives it to neither', () => {
    const rows = [row({ subAccountId: '42' })];
    const subjects = [
      component('b', 'account=42'),
      component('a', 'account=42'),
    ];
    expect(shown({ rows, subjects })).toEqual([
      {
        cause: 'claimed-twice',
        found: 'component:default/a, component:default/b',
        cost: 10,
      },
    ]);
  });

  it('gives a resource to the one component that depends on it, and keeps one that several share', () => {
    const database = (dependents: string[]): CostSubject => ({
      entityRef: 'resource:default/orders-db',
      name: 'orders-db',
      dependents,
    });
    const rows = [row({ tags: { service: 'orders-db' } })];
    expect(
      shown({ rows, subjects: [orders, database([orders.entityRef])] }),
    ).toEqual([
      own('orders', {
        kind: 'relation',
        resource: 'resource:default/orders-db',
      }),
    ]);
    expect(
      shown({
        rows,
        subjects: [orders, cart, database([orders.entityRef, cart.entityRef])],
      }),
    ).toEqual([
      {
        entityRef: 'resource:default/orders-db',
        basis: { kind: 'selector' },
        cost: 10,
      },
    ]);
  });

  it('means the component where a resource has its name too', () => {
    const queue: CostSubject = {
      entityRef: 'resource:default/orders',
      name: 'orders',
      dependents: [],
    };
    expect(
      shown({
        rows: [row({ tags: { service: 'orders' } })],
        subjects: [queue, orders],
      }),
    ).toEqual([own('orders', { kind: 'selector' })]);
  });

  it.each([
    ['no tag is set', row({ tags: { team: 'x' } }), { cause: 'no-tag' }],
    [
      'its tag names nothing',
      row({ tags: { service: 'lake-raw' } }),
      { cause: 'unknown-name', found: 'service=lake-raw' },
    ],
    ['its provider tags nothing', row({}), { cause: 'no-rule' }],
  ])('says why it is nobody’s: %s', (_, one, expected) => {
    expect(shown({ rows: [one], subjects: [orders] })).toEqual([
      { ...expected, cost: 10 },
    ]);
  });

  describe('rules', () => {
    const nat = row({ serviceName: 'NAT', cost: '9' });
    const rule = (part: Partial<AttributionRule>): AttributionRule => ({
      name: 'network',
      when: [{ on: 'service', value: 'NAT' }],
      ...part,
    });

    it('gives to an entity, or to the one that another tag names', () => {
      const tagged = row({ serviceName: 'NAT', tags: { app: 'cart' } });
      expect(
        shown({
          rows: [nat],
          rules: [rule({ entityRef: orders.entityRef })],
        }),
      ).toEqual([own('orders', { kind: 'rule', rule: 'network' }, 9)]);
      expect(
        shown({
          rows: [tagged, nat],
          subjects: [cart],
          rules: [rule({ tag: 'app' })],
        }),
      ).toEqual([
        own('cart', { kind: 'rule', rule: 'network' }),
        { cause: 'no-tag', rule: 'network', cost: 9 },
      ]);
    });

    it('comes after what entities say of themselves', () => {
      expect(
        shown({
          rows: [row({ serviceName: 'NAT', tags: { service: 'cart' } })],
          subjects: [cart],
          rules: [rule({ entityRef: orders.entityRef })],
        }),
      ).toEqual([own('cart', { kind: 'selector' })]);
    });

    it('splits evenly, and by fixed shares', () => {
      const among = [orders.entityRef, cart.entityRef];
      expect(
        shown({ rows: [nat], rules: [rule({ split: { by: 'even', among } })] }),
      ).toEqual(
        ['orders', 'cart'].map(name =>
          own(name, { kind: 'shared', rule: 'network', by: 'even' }, 4.5),
        ),
      );
      const shares = { [orders.entityRef]: 2, [cart.entityRef]: 1 };
      expect(
        shown({
          rows: [nat],
          rules: [rule({ split: { by: 'share', shares } })],
        }).map(({ cost }) => cost),
      ).toEqual([6, 3]);
    });

    it('splits by what each costs by itself that day', () => {
      const costs = [
        row({ tags: { service: 'orders' }, cost: '20' }),
        row({ tags: { service: 'cart' }, cost: '10' }),
        row({ tags: { service: 'cart' }, cost: '90', day: '2026-11-02' }),
      ];
      const among = [orders.entityRef, cart.entityRef];
      expect(
        shown({
          rows: [nat, ...costs],
          subjects: [orders, cart],
          rules: [rule({ split: { by: 'cost', among } })],
        }).slice(3),
      ).toEqual([
        own('orders', { kind: 'shared', rule: 'network', by: 'cost' }, 6),
        own('cart', { kind: 'shared', rule: 'network', by: 'cost' }, 3),
      ]);
    });

    it('splits a cluster by what its workloads asked for, and shows what is idle', () => {
      expect(
        shown({
          rows: [nat],
          rules: [rule({ split: { by: 'allocation', cluster: 'main' } })],
          allocations: [
            {
              cluster: 'main',
              day: DAY,
              weights: new Map([[orders.entityRef, 5n]]),
              idle: 4n,
            },
          ],
        }),
      ).toEqual([
        own('orders', { kind: 'shared', rule: 'network', by: 'allocation' }, 5),
        { cause: 'idle', rule: 'network', cost: 4 },
      ]);
    });

    it.each([
      ['says not how', {}],
      ['has nobody', { split: { by: 'even', among: [] } }],
      [
        'goes by costs that nobody has',
        { split: { by: 'cost', among: ['component:default/orders'] } },
      ],
      [
        'goes by a cluster that said nothing of the day',
        { split: { by: 'allocation', cluster: 'main' } },
      ],
    ] satisfies [string, Partial<AttributionRule>][])(
      'leaves a shared cost to nobody where the rule %s',
      (_, part) => {
        expect(shown({ rows: [nat], rules: [rule(part)] })).toEqual([
          { cause: 'no-split', rule: 'network', cost: 9 },
        ]);
      },
    );
  });
});
