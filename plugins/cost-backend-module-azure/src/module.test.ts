import { ConfigReader } from '@backstage/config';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { costExtensionPoint } from '@portico/plugin-cost-node';
import { tokenOf } from './client/tokenOf';
import type { AzureSettings } from './config/AzureSettings';
import { readAzureSettings } from './config/readAzureSettings';
import { costModuleAzure } from './module';

jest.setTimeout(120_000);

const SCOPE = '/subscriptions/5a1c0e9d';
const read = (more: object) =>
  readAzureSettings(
    new ConfigReader({
      cost: { azure: [{ name: 'main', scope: SCOPE, ...more }] },
    }),
  )[0];

it.each([
  [
    { cost: { azure: [{ name: 'a', scope: SCOPE }] } },
    ['azure-cost-management:a'],
  ],
  [{ cost: {} }, []],
])('with %j it adds %j', async (data, ids) => {
  const cost = {
    addProvider: jest.fn(),
    addAllocationProvider: jest.fn(),
    addUnitProvider: jest.fn(),
  };
  const backend = await startTestBackend({
    extensionPoints: [[costExtensionPoint, cost]],
    features: [costModuleAzure, mockServices.rootConfig.factory({ data })],
  });
  await backend.stop();
  expect(cost.addProvider.mock.calls.map(([{ id }]) => id)).toEqual(ids);
});

it('knows what it is asked about, and by whom', () => {
  expect(read({ scope: `${SCOPE}/` })).toMatchObject({
    scope: SCOPE,
    endpoint: 'https://management.azure.com',
    billingAccountId: '5a1c0e9d',
    access: { kind: 'ambient' },
    tag: 'service',
  });
  expect(
    read({ tenantId: 't', clientId: 'c', clientSecret: 's' }).access,
  ).toMatchObject({ kind: 'app', clientSecret: 's' });
});

it.each([
  [{ scope: '5a1c0e9d' }, /scope of 'main' is '5a1c0e9d'; write e\.g\./],
  [{ token: 't', clientId: 'c' }, /has a token and a clientId/],
  [{ clientId: 'c' }, /tenantId/],
])('refuses %j', (more, message) => {
  expect(() => read(more)).toThrow(message);
});

describe('a token', () => {
  const { signal } = new AbortController();
  const settings = {
    endpoint: 'https://management.azure.com',
    access: {
      kind: 'app',
      tenantId: 't',
      clientId: 'c',
      clientSecret: 'a-client-secret',
    },
  } as AzureSettings;

  it('is asked of Microsoft for Resource Manager', async () => {
    const getToken = jest
      .fn()
      .mockResolvedValue({ token: 'jwt', expiresOnTimestamp: 0 });
    const token = tokenOf(settings, 'Azure', () => ({ getToken }));
    expect([await token(signal), await token(signal)]).toEqual(['jwt', 'jwt']);
    expect(getToken).toHaveBeenCalledWith(
      'https://management.azure.com/.default',
      { abortSignal: signal },
    );
  });

  it('that is refused says what to check, without the secret', async () => {
    const token = tokenOf(settings, 'Azure', () => ({
      getToken: async () => {
        throw new Error('AADSTS7000215: a-client-secret is wrong.\nTrace …');
      },
    }));
    await expect(token(signal)).rejects.toThrow(
      'Microsoft Entra ID issued no token for Azure: AADSTS7000215: *** is wrong. Check tenantId, clientId and clientSecret under cost.azure.',
    );
  });
});
