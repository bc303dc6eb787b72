import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { readOpenCostSettings } from './config/readOpenCostSettings';
import { costModuleOpenCost } from './module';

jest.setTimeout(120_000);

const url = 'https://opencost.example';

it.each([
  [
    {
      opencost: [
        { name: 'a', url },
        { name: 'b', url, counts: 'estimate' },
        { name: 'c', url },
      ],
    },
    { bills: 1, allocations: 2 },
  ],
  [{}, { bills: 0, allocations: 0 }],
])('with %j it adds %j', async (cost, { bills, allocations }) => {
  const point = {
    addProvider: jest.fn(),
    addAllocationProvider: jest.fn(),
    addUnitProvider: jest.fn(),
  };
  const backend = await startTestBackend({
    extensionPoints: [[costExtensionPoint, point]],
    features: [
      costModuleOpenCost,
      mockServices.rootConfig.factory({ data: { cost } }),
    ],
  });
  await backend.stop();
  expect(point.addProvider).toHaveBeenCalledTimes(bills);
  expect(point.addAllocationProvider).toHaveBeenCalledTimes(allocations);
});

it.each([
  [{ url: 'opencost' }, /url of 'main' is no address/],
  [{ url: 'https://u:p@opencost.example' }, /credentials under their own/],
  [{ url, counts: 'bill' }, /counts of 'main' is 'bill'; it is split or/],
  [{ url, restatedDays: 0.5 }, /restatedDays of 'main' is 0.5/],
])('refuses %j', (more, message) => {
  const cost = { opencost: [{ name: 'main', ...more }] };
  expect(() => readOpenCostSettings(new ConfigReader({ cost }))).toThrow(
    message,
  );
});
