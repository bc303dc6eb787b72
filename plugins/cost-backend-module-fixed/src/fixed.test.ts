import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { moneyToDecimal } from '@portico/plugin-cost-common';
import { costExtensionPoint, type CostRow } from '@portico/plugin-cost-node';
import { readFixedCosts } from './config/readFixedCosts';
import { FixedCostProvider } from './FixedCostProvider';
import { costModuleFixed } from './module';

jest.setTimeout(120_000);

const GITHUB = {
  name: 'GitHub Enterprise',
  amount: '21 USD',
  seats: 52,
  from: '2026-01-31',
  provider: 'GitHub',
  category: 'Developer Tools',
  tags: { shared: 'engineering' },
};
const provider = (...fixed: object[]) =>
  new FixedCostProvider(
    readFixedCosts(new ConfigReader({ cost: { fixed } } as never)),
  );
async function rows(
  of: FixedCostProvider,
  from: string,
  to: string,
): Promise<CostRow[]> {
  const all = [];
  for await (const batch of of.pull({ from, to })) all.push(...batch.rows);
  return all;
}
const sum = (all: CostRow[]) =>
  moneyToDecimal(all.reduce((total, row) => total + row.billedCost, 0n));

it('spreads each month over its days, which add up to it', async () => {
  const github = provider(GITHUB);
  // Periods begin on the 31st, or on the last day of a month.
  for (const [from, to] of [
    ['2026-01-31', '2026-02-27'],
    ['2026-02-28', '2026-03-30'],
    ['2026-03-31', '2026-04-29'],
  ]) {
    expect(sum(await rows(github, from, to))).toBe('1092');
  }
  const [first] = await rows(github, '2026-01-30', '2026-02-01');
  expect(first).toMatchObject({
    day: '2026-01-31',
    providerName: 'GitHub',
    serviceName: 'GitHub Enterprise',
    serviceCategory: 'Developer Tools',
    chargeDescription: 'GitHub Enterprise, 52 seats, paid a month',
    tags: { shared: 'engineering' },
    billingCurrency: 'USD',
  });
});

it('spreads a year over its days, and ends with the contract', async () => {
  const support = provider({
    name: 'Support',
    amount: '10000 EUR',
    per: 'year',
    from: '2024-02-29',
    to: '2026-05-31',
  });
  expect(sum(await rows(support, '2024-02-29', '2025-02-27'))).toBe('10000');
  expect(sum(await rows(support, '2025-02-28', '2026-02-27'))).toBe('10000');
  const last = await rows(support, '2026-05-01', '2026-06-30');
  expect(last).toHaveLength(31);
  expect(last[0].billingCurrency).toBe('EUR');
});

it('is the same however it is asked, and another bill when the config is', async () => {
  const github = provider(GITHUB);
  const whole = await rows(github, '2026-11-01', '2026-11-30');
  const parts = [
    ...(await rows(github, '2026-11-01', '2026-11-11')),
    ...(await rows(github, '2026-11-12', '2026-11-30')),
  ];
  expect(parts).toEqual(whole);
  expect(provider(GITHUB).id).toBe(github.id);
  expect(provider({ ...GITHUB, seats: 53 }).id).not.toBe(github.id);
});

it.each([
  [{ amount: '1,200 EUR' }, /amount of 'x' is '1,200 EUR'; write e.g./],
  [{ amount: '1.2.3 EUR' }, /amount of 'x'/],
  [{ amount: '1200' }, /amount of 'x'/],
  [{ per: 'week' }, /per of 'x' is 'week'; it is month or year/],
  [{ from: '2026-02-30' }, /from of 'x' is '2026-02-30'; write a day/],
  [{ to: '2025-12-31' }, /to of 'x' is '2025-12-31'; it is not before from/],
  [{ category: 'Databse' }, /category of 'x' is 'Databse'; it is AI and/],
  [{ seats: 0 }, /seats of 'x' is 0/],
])('refuses %j', (more, message) => {
  expect(() =>
    provider({ name: 'x', amount: '1 EUR', from: '2026-01-01', ...more }),
  ).toThrow(message);
});

it.each([
  [{ fixed: [GITHUB] }, 1],
  [{}, 0],
])('with %j the module adds %i bills', async (cost, times) => {
  const addProvider = jest.fn();
  const backend = await startTestBackend({
    extensionPoints: [
      [
        costExtensionPoint,
        {
          addProvider,
          addAllocationProvider: jest.fn(),
          addUnitProvider: jest.fn(),
        },
      ],
    ],
    features: [
      costModuleFixed,
      mockServices.rootConfig.factory({ data: { cost } }),
    ],
  });
  await backend.stop();
  expect(addProvider).toHaveBeenCalledTimes(times);
});
