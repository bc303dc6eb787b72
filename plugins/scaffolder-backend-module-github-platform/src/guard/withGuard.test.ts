import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { withGuard } from './withGuard';

describe('withGuard', () => {
  const setup = (result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) => {
    const createEvent = jest.fn(async () => ({
      success: async () => {},
      fail: async () => {},
    }));
    const handler = jest.fn(async () => {});
    const action = withGuard(
      { id: 'github:deployKey:create', handler },
      {
        permissions: mockServices.permissions.mock({
          authorize: async requests => requests.map(() => ({ result })),
        }),
        auditor: mockServices.auditor.mock({ createEvent }),
        owners: {
          ownerOf: async () => 'group:default/commerce',
          ownersOfRepository: async () => ['group:default/commerce'],
          isMember: async () => true,
        },
      },
    );
    const ctx = createMockActionContext({
      input: { repoUrl: 'github.com?owner=mini-org&repo=orders' },
    });
    return { handler, createEvent, done: action.handler(ctx) };
  };

  it("runs upstream's action and leaves an audit event that names the repository", async () => {
    const { handler, createEvent, done } = setup(AuthorizeResult.ALLOW);
    await done;
    expect(handler).toHaveBeenCalledTimes(1);
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'github-deploy-key-create',
        meta: expect.objectContaining({
          target: {
            name: 'mini-org/orders on github.com',
            repository: 'mini-org/orders',
          },
        }),
      }),
    );
  });

  it('keeps who may not from it', async () => {
    const { handler, done } = setup(AuthorizeResult.DENY);
    await expect(done).rejects.toThrow('may not change mini-org/orders');
    expect(handler).not.toHaveBeenCalled();
  });
});
