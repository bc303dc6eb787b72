import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { LedgerRow } from '@portico/plugin-flows-common';
import { SandboxDriver, StepRunner } from '@portico/plugin-flows-test-utils';
import { createSandbox } from '@portico/sandbox';
import { createAssignmentRemover } from '../assignment/assignmentRemover';
import { AwsIdentity } from '../client/AwsIdentity';
import type { AwsIdentityConfig } from '../config/readAwsIdentity';
import { createUserRemover } from '../user/ensureUser';
import { createAwsAssignAction } from './assign';
import { createAwsUnassignAction } from './unassign';

describe('access to AWS accounts', () => {
  const folder = createMockDirectory();
  const sandbox = new SandboxDriver(() =>
    createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.02,
      only: ['control', 'okta', 'aws', 'inbox'],
    }),
  );
  const setup = (change: Partial<AwsIdentityConfig> = {}) => {
    const runner = new StepRunner();
    const aws = new AwsIdentity(
      {
        region: 'us-east-1',
        endpoint: sandbox.url('aws'),
        credentials: {
          accessKeyId: 'AKIASANDBOX',
          secretAccessKey: 'sandbox-secret',
        },
        scim: true,
        scimTimeoutMs: 30_000,
        accounts: [
          { name: 'dev', id: '444455556666' },
          { name: 'staging', id: '555566667777' },
        ],
        ...change,
      },
      { pollMs: 20, timeoutMs: 4_000 },
    );
    const { guard, ledger } = runner;
    const options = { aws, guard, ledger, portalUrl: 'http://localhost:7007' };
    return {
      runner,
      aws,
      assign: createAwsAssignAction(options),
      unassign: createAwsUnassignAction(options),
      removers: [createAssignmentRemover(aws), createUserRemover(aws)],
    };
  };
  const access = async (userName: string) =>
    (await sandbox.inventory('aws')).assignments.filter(one =>
      one.endsWith(userName),
    );
  const userName = 'milo.quinn@mini-org.example';
  const input = {
    login: userName,
    assignments: [
      { account: 'dev', permissionSet: 'DeveloperAccess' },
      { account: 'staging', permissionSet: 'ReadOnlyAccess' },
    ],
  };
  const ALL = ['DeveloperAccess in dev', 'ReadOnlyAccess in staging'];
  afterEach(async () => {
    const { runner, unassign } = setup();
    await runner.run(unassign, { login: userName });
  });

  it('gives it once, and takes back what it gave alone', async () => {
    const { runner, assign, removers } = setup();
    const one = { login: userName, assignments: [input.assignments[0]] };
    await runner.run(assign, one, { taskId: 'old' });
    const first = await runner.run(assign, input);
    expect(first.error).toBeUndefined();
    expect(first.outputs).toEqual({
      created: true,
      assigned: [ALL[1]],
      kept: [ALL[0]],
    });
    expect(await access(userName)).toHaveLength(2);
    const again = await runner.run(assign, input);
    expect(again.outputs).toEqual(first.outputs);
    const other = await runner.run(assign, input, { taskId: 'task-2' });
    expect(other.outputs).toEqual({ created: false, assigned: [], kept: ALL });
    expect(await runner.cleanUp('task-2', removers)).toEqual([]);
    expect(await runner.cleanUp('task-1', removers)).toEqual([
      `removed AWS access ${userName}: ${ALL[1]}`,
    ]);
    expect(await access(userName)).toHaveLength(1);
  });

  it.each([
    ['is unavailable twice', { kind: 'status', value: 503, times: 2 }],
    [
      'cuts a connection after a write',
      { kind: 'reset', after: true, times: 1 },
    ],
    ['does not answer once', { kind: 'hang', times: 1 }],
  ] as const)('gives it once though AWS %s', async (_, fault) => {
    const { runner, assign } = setup();
    await sandbox.addFault({ service: 'aws', ...fault });
    const { error, outputs } = await runner.run(assign, input);
    expect(error).toBeUndefined();
    expect(outputs).toMatchObject({ created: true, assigned: ALL });
    expect(await access(userName)).toHaveLength(2);
  });

  it('waits for SCIM to bring someone new, and says so', async () => {
    const { runner, assign } = setup();
    const email = 'nina.berg@mini-org.example';
    const profile = {
      firstName: 'Nina',
      lastName: 'Berg',
      email,
      login: email,
    };
    const made = await fetch(`${sandbox.url('okta')}/api/v1/users`, {
      method: 'POST',
      headers: {
        authorization: 'SSWS okta-sandbox-token',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ profile }),
    });
    expect(made.status).toBe(200);
    const { error, log } = await runner.run(assign, {
      ...input,
      login: email,
    });
    expect(error).toBeUndefined();
    expect(log.join('\n')).toContain(`waiting for SCIM to bring ${email}`);
    expect(await access(email)).toHaveLength(2);
  });

  it('says what to look at when SCIM brings nobody, and stops when cancelled', async () => {
    const { runner, assign } = setup({ scimTimeoutMs: 60 });
    const nobody = { ...input, login: 'nobody@mini-org.example' };
    const { error } = await runner.run(assign, nobody);
    expect(error?.name).toBe('ServiceUnavailableError');
    expect(error?.message).toContain('assigned to the AWS application');
    const patient = setup();
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('cancelled')), 50);
    const { signal } = controller;
    const cancelled = await patient.runner.run(patient.assign, nobody, {
      signal,
    });
    expect(cancelled.error?.message).toBe('cancelled');
  });

  it('makes the user where there is no SCIM, and deletes the one it made', async () => {
    const { runner, assign, removers } = setup({ scim: false });
    const name = 'ola.nord@mini-org.example';
    const one = {
      ...input,
      login: name,
      givenName: 'Ola',
      familyName: 'Nord',
    };
    await sandbox.addFault({
      service: 'aws',
      kind: 'reset',
      after: true,
      times: 1,
    });
    const { error } = await runner.run(assign, one);
    expect(error).toBeUndefined();
    expect((await sandbox.inventory('aws')).users).toContain(name);
    expect(await runner.cleanUp('task-1', removers)).toHaveLength(3);
    const after = await sandbox.inventory('aws');
    expect(after.users).not.toContain(name);
    expect(await access(name)).toEqual([]);
  });

  it('takes back what is still being made', async () => {
    const { aws, removers } = setup();
    const { signal } = new AbortController();
    const params = await aws.use(signal, async center => {
      const userId = (await center.store.findUser(userName))!;
      const sets = await center.permissionSets();
      const permissionSetArn = sets.get('SecurityAudit')!;
      const { id: accountId } = center.account('dev');
      const assignment = { accountId, permissionSetArn, userId };
      await center.request('creation', assignment);
      return assignment;
    });
    const row = { taskId: 'task-1', params } as unknown as LedgerRow;
    const logger = mockServices.logger.mock();
    await removers[0].remove(row, { logger, signal });
    expect(await access(userName)).toEqual([]);
  });

  it('takes all away, and says when nothing is left', async () => {
    const { runner, assign, unassign } = setup();
    await runner.run(assign, input);
    const first = await runner.run(unassign, { login: userName });
    expect(first.outputs).toEqual({
      changed: true,
      removed: expect.anything(),
    });
    expect(await access(userName)).toEqual([]);
    const again = await runner.run(unassign, { login: userName });
    expect(again.outputs).toEqual({ changed: false, removed: [] });
    const nobody = await runner.run(unassign, { login: 'nobody@x.example' });
    expect(nobody.error).toBeUndefined();
  });

  it('says that nobody looked where nothing is configured', async () => {
    const { runner } = setup();
    const { guard, ledger } = runner;
    const aws = new AwsIdentity();
    const unassign = createAwsUnassignAction({ aws, guard, ledger });
    const { error, outputs, log } = await runner.run(unassign, {
      login: userName,
    });
    expect(error).toBeUndefined();
    expect(outputs).toEqual({ changed: false, removed: [] });
    expect(log.join()).toContain('no access to AWS was looked for');
  });

  it('names what is not there before it changes anything, and asks nothing for whoever may not', async () => {
    const { runner, assign } = setup();
    const wrong = (account: string, permissionSet: string) =>
      runner.run(assign, {
        login: userName,
        assignments: [{ account, permissionSet }],
      });
    expect((await wrong('dev', 'Root')).error?.message).toMatch(
      /no permission set Root\. There are: .*ReadOnlyAccess/,
    );
    expect((await wrong('moon', 'ReadOnlyAccess')).error?.message).toContain(
      "awsIdentity.accounts has no 'moon'",
    );
    runner.allow = false;
    const writes = await sandbox.writesDuring('aws', async () => {
      const { error } = await runner.run(assign, input);
      expect(error?.name).toBe('NotAllowedError');
    });
    expect(writes).toEqual([]);
  });
});
