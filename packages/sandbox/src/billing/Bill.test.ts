import { createWorld } from '../world';
import { Bill } from './Bill';
import type { Charge } from './Charge';
import { eventsOf } from './events';

const world = createWorld();
const bill = new Bill(world);
const LATER = '2027-06-01';

const days = (month: string, count = 28) =>
  Array.from(
    { length: count },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
const sum = (
  charges: Charge[],
  of: 'billedCost' | 'effectiveCost' | 'listCost' = 'effectiveCost',
) => charges.reduce((all, charge) => all + charge[of], 0);
const usage = (day: string) =>
  bill
    .day(day, LATER)
    .filter(({ chargeCategory }) => chargeCategory === 'Usage');

describe('Bill', () => {
  it('is the same each time, in whole millionths', () => {
    const again = new Bill(createWorld());
    const charges = bill.day('2026-11-03', LATER);
    expect(again.day('2026-11-03', LATER)).toEqual(charges);
    for (const { billedCost, effectiveCost, listCost } of charges) {
      expect(
        [billedCost, effectiveCost, listCost].every(Number.isInteger),
      ).toBe(true);
    }
  });

  it('knows each charge by its resource, account and kind of usage', () => {
    const keys = bill
      .day('2026-11-12', LATER)
      .map(({ accountId, resourceId, resourceName, usageType }) =>
        [accountId, resourceId, resourceName, usageType].join(' '),
      );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('spreads what is paid in advance: billed and effective are the same in sum, and not alike by service', () => {
    const month = days('2026-11').flatMap(day => bill.day(day, LATER));
    expect(sum(month, 'billedCost')).toBe(sum(month, 'effectiveCost'));
    expect(sum(month, 'listCost')).toBeGreaterThan(sum(month, 'billedCost'));
    const plan = month.filter(it => it.chargeCategory === 'Purchase');
    expect(sum(plan, 'billedCost')).toBeGreaterThan(0);
    expect(sum(plan)).toBe(0);
  });

  it('rests at weekends, and grows', () => {
    const elastic = (day: string) =>
      sum(usage(day).filter(it => it.serviceName === 'Amazon CloudFront'));
    expect(elastic('2026-11-14')).toBeLessThan(0.9 * elastic('2026-11-13'));
    expect(elastic('2026-11-13')).toBeGreaterThan(1.1 * elastic('2025-11-14'));
  });

  it('brings a part of the newest days later, and then stays as it is', () => {
    const at = (asOf: string) => sum(bill.day('2026-11-10', asOf));
    expect(bill.day('2026-11-10', '2026-11-10')).toEqual([]);
    expect(at('2026-11-11')).toBeLessThan(at('2026-11-13'));
    expect(at('2026-11-12')).toBe(at('2026-11-11'));
    expect(at('2026-11-13')).toBe(at(LATER));
  });

  it('has support and tax on the first, and a credit once a quarter', () => {
    const kinds = (day: string) =>
      bill.day(day, LATER).map(({ serviceName, chargeCategory }) => ({
        serviceName,
        chargeCategory,
      }));
    expect(kinds('2026-11-01')).toEqual(
      expect.arrayContaining([
        { serviceName: 'AWS Support (Business)', chargeCategory: 'Usage' },
        { serviceName: 'Tax', chargeCategory: 'Tax' },
      ]),
    );
    const credits = days('2026-10').flatMap(day =>
      bill.day(day, LATER).filter(it => it.chargeCategory === 'Credit'),
    );
    expect(credits).toEqual([
      expect.objectContaining({ day: '2026-10-15', billedCost: -250_000_000 }),
    ]);
  });

  it('leaves a part to nobody: no tag, a name that there is not, and what all share', () => {
    const charges = usage('2026-11-05');
    const names = new Set([
      ...world.components.map(({ name }) => name),
      ...world.resources.map(({ name }) => name),
    ]);
    const owned = charges.filter(
      ({ tags }) => names.has(tags.service) || 'eks:cluster-name' in tags,
    );
    const share = 1 - sum(owned) / sum(charges);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
    expect(
      charges.filter(
        ({ accountName, tags }) =>
          accountName === 'mini-org-staging' && !Object.keys(tags).length,
      ),
    ).toHaveLength(14);
  });

  it.each(['2026-09', '2026-10', '2026-11'])(
    'runs away somewhere in %s, and says why',
    month => {
      const events = eventsOf(world, month);
      expect(events.length).toBeGreaterThan(0);
      for (const { from, because, charge } of events) {
        expect(because).toMatch(/\.$/);
        const before = `${month}-${String(Number(from.slice(8)) - 1).padStart(
          2,
          '0',
        )}`;
        const found = (day: string) =>
          sum(
            bill
              .day(day, LATER)
              .filter(
                one =>
                  one.resourceName === charge.resourceName &&
                  one.resourceId === charge.resourceId &&
                  one.usageType === charge.usageType &&
                  one.accountId === charge.accountId,
              ),
          );
        expect(found(from)).toBeGreaterThan(found(before) + 1_000_000);
      }
    },
  );
});
