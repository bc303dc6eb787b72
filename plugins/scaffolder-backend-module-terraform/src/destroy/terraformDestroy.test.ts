import { ConflictError } from '@backstage/errors';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActionRunner } from '../__testUtils__/createActionRunner';
import { FakeApprovals } from '../__testUtils__/FakeApprovals';

const CONFIGURATION = {
  'main.tf': 'resource "aws_sqs_queue" "events" {\n  name = "events"\n}\n',
};
const entityRef = 'component:default/orders';
const PLATFORM = 'group:default/platform-admins';

describe('terraform:destroy', () => {
  let sandbox: Sandbox;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-sandbox-'));
    sandbox = await createSandbox({
      dataDir: folder,
      ports: 'free',
      pace: 0.02,
      only: ['control', 'terraform'],
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const runner = (approvals = new FakeApprovals()) =>
    createActionRunner({
      approvals,
      instances: [
        {
          name: 'main',
          baseUrl: sandbox.urls.terraform,
          token: 'tfe-sandbox-token',
          organization: 'mini-org',
        },
      ],
    });
  const exists = async (workspace: string) => {
    const response = await fetch(
      `${sandbox.urls.terraform}/api/v2/organizations/mini-org/workspaces/${workspace}`,
      { headers: { authorization: 'Bearer tfe-sandbox-token' } },
    );
    return response.ok;
  };
  const destroy = (
    run: ReturnType<typeof runner>,
    workspace: string,
    rest: object = {},
    taskId = 'task-2',
  ) =>
    run(
      {},
      { workspace, entityRef, deleteWorkspace: true, ...rest },
      { action: 'destroy', taskId },
    );

  it('destroys what the workspace manages, deletes it, and has nothing left to do the next time', async () => {
    const run = runner();
    await run(CONFIGURATION, { workspace: 'orders-dev', entityRef });
    const { error, outputs, log } = await destroy(run, 'orders-dev');
    expect(error).toBeUndefined();
    expect(outputs).toMatchObject({
      destroyed: 1,
      workspaceDeleted: true,
      runUrl: expect.stringContaining('/workspaces/orders-dev/runs/run-'),
    });
    expect(log).toContain('aws_sqs_queue.events: destroying');
    expect(await exists('orders-dev')).toBe(false);
    expect(run.ledger.summary).toEqual(
      expect.arrayContaining(['removed Workspace orders-dev']),
    );

    const again = await destroy(run, 'orders-dev');
    expect(again.outputs).toEqual({ destroyed: 0, workspaceDeleted: true });
  });

  it('leaves alone what belongs to another entity', async () => {
    const run = runner();
    await run(CONFIGURATION, {
      workspace: 'payments-dev',
      entityRef: 'component:default/payments',
    });
    const { error } = await destroy(run, 'payments-dev');
    expect(error).toBeInstanceOf(ConflictError);
    expect(await exists('payments-dev')).toBe(true);
  });

  it.each([
    ['of this removal, by somebody who may', 'removal', PLATFORM, undefined],
    [
      'that only its owner gave',
      'removal',
      'group:default/commerce',
      'NotAllowedError',
    ],
    ['of something else', 'deployment', PLATFORM, 'NotAllowedError'],
  ] as const)('goes by an approval %s', async (_, kind, decider, refusal) => {
    const approvals = new FakeApprovals();
    const approvalId = await approvals.given({
      taskId: 'task-2',
      entityRef,
      kind,
      decider,
    });
    const { error } = await destroy(runner(approvals), 'nothing-there', {
      approvalId,
    });
    expect((error as Error | undefined)?.name).toBe(refusal);
  });
});
