import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { readFocusSettings } from './config/readFocusSettings';
import { costModuleFocus } from './module';

jest.setTimeout(120_000);

it.each([
  [
    {
      cost: {
        focus: [
          { name: 'a', from: '/a' },
          { name: 'b', from: 's3://b' },
        ],
      },
    },
    2,
  ],
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
    features: [costModuleFocus, mockServices.rootConfig.factory({ data })],
  });
  await backend.stop();
  expect(addProvider).toHaveBeenCalledTimes(times);
});

const read = (more: object) =>
  readFocusSettings(
    new ConfigReader({ cost: { focus: [{ name: 'main', ...more }] } }),
  )[0];

it.each([
  [
    's3://bills/focus/main',
    { kind: 's3', bucket: 'bills', prefix: 'focus/main' },
  ],
  ['s3://bills', { kind: 's3', bucket: 'bills', prefix: '' }],
  ['/var/lib/bills', { kind: 'disk', path: '/var/lib/bills' }],
  [
    'https://b.example/{month}.csv',
    { kind: 'https', url: 'https://b.example/{month}.csv' },
  ],
])('reads from %s', (from, location) => {
  expect(read({ from })).toMatchObject({
    title: 'main',
    counts: 'bill',
    restatedDays: 35,
    from: location,
  });
});

it.each([
  [{ from: 'bills' }, /from of 'main' is 'bills'; write s3:\/\//],
  [
    { from: 'https://b.example/a.csv?sig=s' },
    /has a query; write it under cost.focus\[\].query/,
  ],
  [{ from: 'https://u:p@b.example/a.csv' }, /write s3:\/\//],
  [{ from: 's3://b', accessKeyId: 'AKIA' }, /secretAccessKey/],
  [{ from: '/a', restatedDays: -1 }, /restatedDays of 'main' is -1/],
])('refuses %j', (more, message) => {
  expect(() => read(more)).toThrow(message);
});
