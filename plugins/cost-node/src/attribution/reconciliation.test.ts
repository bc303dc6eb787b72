import { COST_METRICS } from '@portico/plugin-cost-common';
import fc from 'fast-check';
import { component, DAY, row } from '../__testUtils__/bill';
import { attribute } from './attribute';

describe('attribute', () => {
  it('adds up to the bill to the nano, whatever the bill, the rules and the catalog are', () => {
    const names = ['orders', 'cart', 'lake', 'unknown'];
    const refs = names.slice(0, 3).map(name => component(name).entityRef);
    const money = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });
    const split = fc.oneof(
      fc.constant({ by: 'even' as const, among: refs }),
      fc.constant({ by: 'cost' as const, among: refs }),
      fc.constant({ by: 'allocation' as const, cluster: 'main' }),
      fc.record({
        by: fc.constant('share' as const),
        shares: fc.record({
          [refs[0]]: fc.double({ min: 0, max: 9, noNaN: true }),
          [refs[1]]: fc.double({ min: 0, max: 9, noNaN: true }),
        }),
      }),
    );
    const rows = fc.array(
      fc.record({
        service: fc.option(fc.constantFrom(...names), { nil: undefined }),
        account: fc.constantFrom('1', '2'),
        kind: fc.constantFrom('EC2', 'NAT', 'Support'),
        day: fc.constantFrom('2026-11-01', DAY),
        billedCost: money,
        effectiveCost: money,
        listCost: fc.option(money, { nil: undefined }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.tuple(fc.constantFrom('EC2', 'NAT', 'Support'), split), {
          maxLength: 3,
        }),
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), {
          minLength: 3,
          maxLength: 3,
        }),
        (bill, splits, weights) => {
          const input = bill.map(({ service, account, kind, ...rest }) =>
            row({
              ...rest,
              subAccountId: account,
              serviceName: kind,
              tags: service ? { service } : {},
            }),
          );
          const lines = attribute({
            rows: input,
            subjects: [
              component('orders'),
              component('cart', 'tag:service=cart && account=1'),
              component('lake', 'account=2 && service=EC2'),
            ],
            rules: splits.map(([value, one], index) => ({
              name: `rule ${index}`,
              when: [{ on: 'service', value }],
              split: one,
            })),
            allocations: [
              {
                cluster: 'main',
                day: DAY,
                weights: new Map([
                  [refs[0], weights[0]],
                  [refs[1], weights[1]],
                ]),
                idle: weights[2],
              },
            ],
            tagKeys: ['service'],
          });
          input.forEach((one, index) => {
            const mine = lines.filter(line => line.row === index);
            expect(mine.length).toBeGreaterThan(0);
            for (const metric of COST_METRICS) {
              const sum = mine.reduce(
                (all, line) => all + (line[`${metric}Cost`] ?? 0n),
                0n,
              );
              expect(sum).toBe(one[`${metric}Cost`] ?? 0n);
            }
          });
        },
      ),
    );
  });
});
