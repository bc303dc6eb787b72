import { mockServices } from '@backstage/backend-test-utils';
import type { OktaDirectory } from './OktaDirectory';
import { OktaEntityProvider } from './OktaEntityProvider';

const config = {
  id: 'main',
  orgUrl: 'https://acme.okta.com',
  token: 't',
  userSearch: 'status eq "ACTIVE"',
  roleGroups: [],
  schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
};

async function connected(directory: OktaDirectory) {
  const applyMutation = jest.fn(async () => undefined);
  const provider = new OktaEntityProvider({
    config,
    directory,
    logger: mockServices.logger.mock({
      child: () => mockServices.logger.mock(),
    }),
    runner: { run: async () => undefined },
  });
  await provider.connect({ applyMutation, refresh: async () => undefined });
  return { provider, applyMutation };
}

describe('OktaEntityProvider', () => {
  it('replaces the users and groups of its organisation', async () => {
    const { provider, applyMutation } = await connected({
      readUsers: async () => [
        {
          id: 'u',
          login: 'a@b.example',
          email: 'a@b.example',
          displayName: 'A',
        },
      ],
      readGroups: async () => [{ id: 'g', name: 'team', memberIds: ['u'] }],
    });
    await provider.refresh();
    expect(applyMutation).toHaveBeenCalledWith({
      type: 'full',
      entities: [
        expect.objectContaining({
          locationKey: 'okta-org:main',
          entity: expect.objectContaining({ kind: 'Group' }),
        }),
        expect.objectContaining({
          entity: expect.objectContaining({ kind: 'User' }),
        }),
      ],
    });
  });

  it('leaves the catalog as it is when Okta cannot be read', async () => {
    const { provider, applyMutation } = await connected({
      readUsers: async () => {
        throw new Error('Okta HTTP 401 E0000011 Invalid token provided.');
      },
      readGroups: async () => [],
    });
    await expect(provider.refresh()).rejects.toThrow(
      /acme\.okta\.com could not be read.* 401 .*catalog\.providers\.okta\.main\.token/,
    );
    expect(applyMutation).not.toHaveBeenCalled();
  });
});
