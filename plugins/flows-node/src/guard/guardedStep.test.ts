import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { guardedStep, type StepTarget } from './guardedStep';

const permission = createPermission({
  name: 'portico.test.write',
  attributes: { action: 'update' },
});

type Result = AuthorizeResult.ALLOW | AuthorizeResult.DENY;

function setup(
  result: Result,
  options: { foreign?: Result; memberOf?: string } = {},
) {
  const { foreign = AuthorizeResult.DENY, memberOf } = options;
  const event = {
    success: jest.fn(async () => undefined),
    fail: jest.fn(async () => undefined),
  };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => event),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result }, { result: foreign }],
  });
  const owners = {
    ownerOf: async (target: { owner?: string }) =>
      target.owner ?? 'group:default/payments',
    ownersOfRepository: async (slug: string) =>
      slug === 'mini-org/ledger'
        ? ['group:default/data', 'group:default/payments']
        : [],
    isMember: async (_: unknown, owner: string) => owner === memberOf,
  };
  const ctx = {
    getInitiatorCredentials: async () => mockCredentials.user(),
    task: { id: 't1' },
    step: { id: 's1', name: 'Step' },
    user: { ref: 'user:default/lena.fischer' },
  };
  const run = (
    work: () => Promise<string>,
    isDryRun = false,
    target: StepTarget = { name: 'mini-org/orders' },
  ) =>
    guardedStep({
      guard: { auditor, permissions, owners },
      ctx: { ...ctx, isDryRun },
      permission,
      eventId: 'test-write',
      target,
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

  it.each([
    ['an owner', 'group:default/payments', AuthorizeResult.DENY, 'done'],
    [
      'someone else',
      'group:default/commerce',
      AuthorizeResult.DENY,
      'belongs to group:default/payments',
    ],
    ['a platform admin', undefined, AuthorizeResult.ALLOW, 'done'],
  ] as const)(
    'to an entity of payments, %s',
    async (_who, memberOf, foreign, outcome) => {
      const { run } = setup(AuthorizeResult.ALLOW, { memberOf, foreign });
      const work = jest.fn(async () => 'done');
      const done = run(work, false, {
        name: 'application ledger-dev',
        entityRef: 'component:default/ledger',
      });
      expect(await done.catch(String)).toContain(outcome);
      expect(work).toHaveBeenCalledTimes(outcome === 'done' ? 1 : 0);
    },
  );

  it.each([
    ['an owner of some of it', 'mini-org/ledger', 'payments', 'done'],
    [
      'someone else',
      'mini-org/ledger',
      'commerce',
      'belongs to group:default/data and group:default/payments',
    ],
    ['anybody, to a new one', 'mini-org/gift-cards', 'commerce', 'done'],
  ])('to a repository, %s', async (_who, repository, group, outcome) => {
    const { run } = setup(AuthorizeResult.ALLOW, {
      memberOf: `group:default/${group}`,
    });
    const done = run(async () => 'done', false, { name: 'it', repository });
    expect(await done.catch(String)).toContain(outcome);
  });
});
