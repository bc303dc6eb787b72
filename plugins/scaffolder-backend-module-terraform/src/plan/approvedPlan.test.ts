import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActionRunner } from '../__testUtils__/createActionRunner';
import { FakeApprovals } from '../__testUtils__/FakeApprovals';

const CONFIGURATION = {
  'main.tf': `variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "main" {
  identifier     = "orders-production"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  password       = var.password
}
`,
};
const QUEUE = `resource "aws_sqs_queue" "more" {
  name = "more"
}
`;
const SECRET = 'correct-horse-battery';

describe('a plan that people decide on', () => {
  let sandbox: Sandbox;
  let folder: string;
  let approvals: FakeApprovals;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-sandbox-'));
    sandbox = await createSandbox({
      dataDir: folder,
      ports: 'free',
      pace: 0.02,
      only: ['control', 'terraform'],
    });
  });
  beforeEach(() => {
    approvals = new FakeApprovals();
  });
  afterAll(async () => {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const runner = () =>
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
  const input = (workspace: string) => ({
    workspace,
    entityRef: 'component:default/orders',
    environmentName: 'production',
    sensitiveVariables: { password: SECRET },
  });
  const api = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${sandbox.urls.terraform}/api/v2${path}`, {
      ...init,
      headers: {
        authorization: 'Bearer tfe-sandbox-token',
        'content-type': 'application/vnd.api+json',
      },
    });
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  };
  const workspaceId = async (name: string): Promise<string> =>
    (await api(`/organizations/mini-org/workspaces/${name}`)).data.id;
  const statuses = async (name: string): Promise<string[]> =>
    (await api(`/workspaces/${await workspaceId(name)}/runs`)).data.map(
      (one: { attributes: { status: string } }) => one.attributes.status,
    );
  /** Somebody else changes the state, so that what was planned fits no more. */
  const moveState = async (name: string) => {
    await new Promise(resolve => setTimeout(resolve, 1100)); // HCP Terraform's times have seconds alone
    const id = await workspaceId(name);
    const state = {
      version: 4,
      serial: 70,
      lineage: 'other',
      resources: [],
      outputs: {},
    };
    const text = JSON.stringify(state);
    await api(`/workspaces/${id}/state-versions`, {
      method: 'POST',
      body: JSON.stringify({
        data: {
          type: 'state-versions',
          attributes: {
            serial: 70,
            lineage: 'other',
            md5: createHash('md5').update(text).digest('hex'),
            state: Buffer.from(text).toString('base64'),
            force: true,
          },
        },
      }),
    });
  };

  it('is shown without its secrets, kept, and then applied as it was', async () => {
    const run = runner();
    const planned = await run(
      CONFIGURATION,
      { ...input('kept'), keep: true },
      { action: 'plan' },
    );
    expect(planned.error).toBeUndefined();
    expect(planned.outputs).toMatchObject({
      hasChanges: true,
      destructive: false,
      change: {
        kind: 'terraform-plan',
        summary: { add: 1, change: 0, replace: 0, destroy: 0 },
        where: { environment: 'production', workspace: 'kept' },
        cost: { monthlyBefore: '0.00', currency: 'USD' },
      },
    });
    const change = planned.outputs.change as {
      resources: { attributes: { path: string }[] }[];
    };
    expect(change.resources[0].attributes).toContainEqual({
      path: 'password',
      action: 'add',
      sensitive: true,
      unknownAfter: false,
      forcesReplacement: false,
    });
    expect(JSON.stringify(planned)).not.toContain(SECRET);
    expect(await statuses('kept')).toEqual(['cost_estimated']);

    const { runId, fingerprint } = planned.outputs as Record<string, string>;
    const applied = await run(CONFIGURATION, {
      ...input('kept'),
      runId,
      fingerprint,
    });
    expect(applied.error).toBeUndefined();
    expect(applied.outputs).toMatchObject({ runId });
    expect(await statuses('kept')).toEqual(['applied']);
  });

  it('is discarded with the task, where the workspace was there before', async () => {
    const run = runner();
    await run(CONFIGURATION, input('before'), { taskId: 'task-0' });
    const more = { ...CONFIGURATION, 'more.tf': QUEUE };
    const again = runner();
    await again(more, { ...input('before'), keep: true }, { action: 'plan' });
    expect(await again.remove('Terraform run')).toBe('removed');
    expect(await statuses('before')).toEqual(['discarded', 'applied']);
  });

  it('is refused as stale where the state moved and nobody is asked', async () => {
    const run = runner();
    await run(CONFIGURATION, input('moved'));
    const more = { ...CONFIGURATION, 'more.tf': QUEUE };
    const { outputs } = await run(
      more,
      { ...input('moved'), keep: true },
      { action: 'plan', taskId: 'task-2' },
    );
    await moveState('moved');
    const { error } = await run(
      more,
      { ...input('moved'), runId: String(outputs.runId) },
      { taskId: 'task-2' },
    );
    expect(error).toBeInstanceOf(ConflictError);
    expect(error?.message).toContain('is stale: the state moved to serial 70');
    expect(await statuses('moved')).toEqual(['cost_estimated', 'applied']);
  });

  it('is planned and asked for again where the state moved meanwhile', async () => {
    const run = runner();
    await run(CONFIGURATION, input('asked'));
    const more = { ...CONFIGURATION, 'more.tf': QUEUE };
    approvals.onAsk = async (number, approve) => {
      if (number === 1) await moveState('asked');
      approve();
    };
    const { error, log } = await run(
      more,
      { ...input('asked'), approval: true },
      { taskId: 'task-2' },
    );
    expect(error).toBeUndefined();
    expect(approvals.history).toEqual([
      'asked 1',
      'not fresh',
      'superseded 1 by 2',
      'fresh',
      'used 2',
    ]);
    expect(log.join('\n')).toContain('is stale: the state moved to serial 70');
    expect(await statuses('asked')).toEqual([
      'applied',
      'discarded',
      'applied',
    ]);
  });

  it('is not applied if somebody refuses, or the task is cancelled', async () => {
    approvals.onAsk = async (_number, _approve, refuse) => refuse('too big');
    const refused = await runner()(CONFIGURATION, {
      ...input('refused'),
      approval: true,
    });
    expect(refused.error).toBeInstanceOf(NotAllowedError);
    expect(refused.error?.message).toContain(
      'Greta refused approval #1: “too big”',
    );

    const cancel = new AbortController();
    approvals.onAsk = async () => cancel.abort();
    const cancelled = await runner()(
      CONFIGURATION,
      { ...input('cancelled'), approval: true },
      { signal: cancel.signal },
    );
    expect(cancelled.error?.name).toBe('AbortError');
    expect(approvals.history).toContain('withdrawn');
    expect(await statuses('cancelled')).toEqual(['discarded']);
  });

  it('asks nobody twice where the task goes on after a restart', async () => {
    const run = runner();
    const checkpoints = new Map<string, JsonValue>();
    const stop = new AbortController();
    approvals.onAsk = async () => {};
    const before = run(
      CONFIGURATION,
      { ...input('restarted'), approval: true },
      { checkpoints, signal: stop.signal },
    );
    await approvals.asked;
    approvals.approveLater();
    const { error } = await run(
      CONFIGURATION,
      { ...input('restarted'), approval: true },
      { checkpoints },
    );
    await before;
    expect(error).toBeUndefined();
    expect(approvals.history.filter(line => /asked/.test(line))).toEqual([
      'asked 1',
    ]);
    expect(await statuses('restarted')).toEqual(['applied']);
  });
});
