import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { guardedStep } from './guardedStep';

const permission = createPermission({
  name: 'portico.test.write',
  attributes: { action: 'update' },
});

function setup(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
  const event = {
    success: jest.fn(async () => undefined),
    fail: jest.fn(async () => undefined),
  };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => event),
  });
  const permissions = mockServices.permissions.mock({
    authorize: jest.fn(async () => [{ result }]) as never,
  });
  const ctx = {
    getInitiatorCredentials: async () => mockCredentials.user(),
    task: { id: 't1' },
    step: { id: 's1', name: 'Step' },
    user: { ref: 'user:default/lena.fischer' },
  };
  const run = (work: () => Promise<string>, isDryRun = false) =>
    guardedStep({
      guard: { auditor, permissions },
      ctx: { ...ctx, isDryRun },
      permission,
      eventId: 'test-write',
      target: { name: 'mini-org/orders' },
      work,
    });
  return { run, auditor, event };
}

describe('guardedStep', () => {
  it('runs the work of whoever may and audits that it succeeded', async () => {
    const { run, auditor, event } = setup(AuthorizeResult.ALLOW);
    await expect(run(async () => 'done')).resolves.toBe('done');
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'test-write',
        meta: expect.objectContaining({
          initiator: 'user:default/lena.fischer',
          target: { name: 'mini-org/orders' },
        }),
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  it('refuses whoever may not, before anything is changed, and audits the refusal', async () => {
    const { run, event } = setup(AuthorizeResult.DENY);
    const work = jest.fn(async () => 'done');
    await expect(run(work)).rejects.toThrow(NotAllowedError);
    expect(work).not.toHaveBeenCalled();
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(event.success).not.toHaveBeenCalled();
  });

  it('audits failed work and passes the error on', async () => {
    const { run, event } = setup(AuthorizeResult.ALLOW);
    const error = new Error('503');
    await expect(run(() => Promise.reject(error))).rejects.toBe(error);
    expect(event.fail).toHaveBeenCalledWith({ error });
  });

  it('checks a dry run too, and leaves no audit event', async () => {
    const { run, auditor } = setup(AuthorizeResult.DENY);
    await expect(run(async () => 'done', true)).rejects.toThrow(
      'portico.test.write',
    );
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });
});
