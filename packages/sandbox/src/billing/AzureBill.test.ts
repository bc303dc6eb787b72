import { createWorld } from '../world';
import { AzureBill, type AzureCharge } from './AzureBill';

const bill = new AzureBill(createWorld());
const LATER = '2027-06-01';
const month = Array.from({ length: 31 }, (_, index) =>
  bill.day(`2026-10-${String(index + 1).padStart(2, '0')}`, LATER),
).flat();
const sum = (charges: AzureCharge[], of: 'billedCost' | 'effectiveCost') =>
  charges.reduce((all, charge) => all + charge[of], 0);

describe('AzureBill', () => {
  it('spreads what is reserved: billed and effective are the same in a month, and not by day', () => {
    expect(sum(month, 'billedCost')).toBe(sum(month, 'effectiveCost'));
    const first = month.filter(({ day }) => day === '2026-10-01');
    expect(sum(first, 'billedCost')).toBeGreaterThan(
      2 * sum(first, 'effectiveCost'),
    );
  });

  it('leaves a part to nobody, and names entities that there are', () => {
    const names = new Set(createWorld().components.map(({ name }) => name));
    const usage = month.filter(it => it.chargeCategory === 'Usage');
    const owned = usage.filter(({ tags }) => names.has(tags.service));
    const share = 1 - sum(owned, 'effectiveCost') / sum(usage, 'effectiveCost');
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.4);
    for (const { tags } of usage) {
      expect(tags.service === undefined || names.has(tags.service)).toBe(true);
    }
  });

  it('refunds once a quarter, and brings a part of the newest days later', () => {
    expect(
      month.filter(it => it.chargeCategory === 'Credit').map(it => it.day),
    ).toEqual(['2026-10-10']);
    const at = (asOf: string) =>
      sum(bill.day('2026-11-10', asOf), 'effectiveCost');
    expect(bill.day('2026-11-10', '2026-11-10')).toEqual([]);
    expect(at('2026-11-11')).toBeLessThan(at('2026-11-13'));
    expect(at('2026-11-13')).toBe(at(LATER));
  });
});
