import { ConfigReader } from '@backstage/config';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { readAwsSettings } from './config/readAwsSettings';
import { costModuleAws } from './module';

jest.setTimeout(120_000);

it.each([
  [{ cost: { aws: [{ name: 'a' }, { name: 'b' }] } }, 2],
  [{ cost: {} }, 0],
])('with %j it adds %i bills', async (data, times) => {
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
    features: [costModuleAws, mockServices.rootConfig.factory({ data })],
  });
  await backend.stop();
  expect(addProvider).toHaveBeenCalledTimes(times);
});

const read = (more: object, cost: object = {}) =>
  readAwsSettings(
    new ConfigReader({ cost: { aws: [{ name: 'main', ...more }], ...cost } }),
  );

it('groups a bill by the tags that name entities, and a comparison by none', () => {
  const tagKeys = { tagKeys: ['service', 'app'] };
  expect(read({}, tagKeys)[0]).toMatchObject({
    region: 'us-east-1',
    counts: 'bill',
    groupings: [
      { kind: 'tag', key: 'service' },
      { kind: 'tag', key: 'app' },
    ],
  });
  expect(read({ counts: 'comparison' }, tagKeys)[0].groupings).toEqual([]);
});

it.each([
  [{ groupBy: ['service'] }, /'service' is nothing to group by/],
  [{ counts: 'both' }, /counts of 'main' is 'both'; it is bill or comparison/],
  [{ requestsPerDay: 0 }, /requestsPerDay of 'main' is 0; it is a whole/],
  [{ accessKeyId: 'AKIA' }, /secretAccessKey/],
])('refuses %j', (more, message) => {
  expect(() => read(more)).toThrow(message);
});

it('refuses two of the same name', () => {
  const cost = { aws: [{ name: 'main' }, { name: 'main' }] };
  expect(() => readAwsSettings(new ConfigReader({ cost }))).toThrow(
    "cost.aws has two entries named 'main'",
  );
});
