import type { JsonValue } from '@backstage/types';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActionRunner } from '../__testUtils__/createActionRunner';

const CONFIGURATION = {
  'main.tf': `variable "name" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "main" {
  identifier     = "\${var.name}-dev"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  password       = var.password
}

resource "aws_sqs_queue" "events" {
  name = "\${var.name}-events"
}

output "endpoint" {
  value = aws_db_instance.main.endpoint
}

output "password" {
  value     = aws_db_instance.main.password
  sensitive = true
}
`,
};
const MORE = 'resource "aws_sqs_queue" "more" {\n  name = "more"\n}\n';
const SECRET = 'correct-horse-battery';

describe('terraform:apply in HCP Terraform', () => {
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
  afterEach(() =>
    fetch(`${sandbox.urls.control}/faults`, { method: 'DELETE' }),
  );
  afterAll(async () => {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const runner = (options: { token?: string; allow?: boolean } = {}) =>
    createActionRunner({
      allow: options.allow,
      instances: [
        {
          name: 'main',
          baseUrl: sandbox.urls.terraform,
          token: options.token ?? 'tfe-sandbox-token',
          organization: 'mini-org',
        },
      ],
    });
  const input = (workspace: string) => ({
    workspace,
    variables: { name: workspace },
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
  const findWorkspace = async (name: string) =>
    (await api(`/organizations/mini-org/workspaces/${name}`)).data;
  const runsOf = async (name: string) =>
    (await api(`/workspaces/${(await findWorkspace(name)).id}/runs`)).data;
  const fault = (body: object) =>
    fetch(`${sandbox.urls.control}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: 'terraform', ...body }),
    });

  it('makes the workspace, applies the plan and gives the outputs, without a secret in sight', async () => {
    const run = runner();
    const { error, log, outputs } = await run(
      CONFIGURATION,
      input('orders-dev'),
    );
    expect(error).toBeUndefined();
    expect(outputs).toMatchObject({
      created: true,
      changes: { add: 2, change: 0, destroy: 0 },
      outputs: { endpoint: expect.stringMatching(/^orders-dev-dev\..*:5432$/) },
      sensitiveOutputs: ['password'],
      monthlyCost: { before: 0, after: expect.any(Number), currency: 'USD' },
      runUrl: expect.stringMatching(
        /\/app\/mini-org\/workspaces\/orders-dev\/runs\/run-/,
      ),
    });
    expect(log).toEqual(
      expect.arrayContaining([
        '▸ | section | Plan',
        'Workspace orders-dev: not there, created (tagged portico-task:task-1)',
        '2 variables set, 1 of them sensitive',
        'Plan: 2 to add, 0 to change, 0 to destroy (+2 ~0 -0)',
        '  + aws_db_instance.main',
        'Sandbox: nothing is provisioned; this run is simulated.',
        '▸ | section | Apply',
        'aws_db_instance.main: creating',
        expect.stringMatching(
          /^aws_db_instance\.main: created after \d+ s {2}id=db-/,
        ),
        expect.stringMatching(
          /^▸ \| progress \| 2 \| 2 \| \+2 ~0 -0, \d+\.\d\d USD a month$/,
        ),
      ]),
    );
    expect(run.ledger.summary).toEqual(
      expect.arrayContaining([
        'made Workspace orders-dev',
        'made Terraform run orders-dev',
        'made Database orders-dev/aws_db_instance.main',
        'made Queue orders-dev/aws_sqs_queue.events',
      ]),
    );
    const { rows } = run.ledger;
    expect(JSON.stringify({ log, outputs, rows })).not.toContain(SECRET);
  });

  it('links the run before its plan is made', async () => {
    const run = runner();
    let url: string | undefined;
    const { outputs } = await run(CONFIGURATION, input('link-dev'), {
      onLog: line => {
        if (line.startsWith('Plan:')) url = run.ledger.row('Terraform run').url;
      },
    });
    expect(outputs.runUrl).toBeDefined();
    expect(url).toBe(outputs.runUrl);
  });

  it('is destroyed and deleted again, by the task that made it alone', async () => {
    const run = runner();
    await run(CONFIGURATION, input('gone-dev'));
    await expect(run.remove('Workspace', { taskId: 'task-2' })).resolves.toBe(
      'foreign',
    );
    expect(await findWorkspace('gone-dev')).toBeDefined();
    await fault({
      method: 'POST',
      path: '/api/v2/runs',
      kind: 'reset',
      after: true,
      times: 1,
    });
    await expect(run.remove('Workspace')).resolves.toBe('removed');
    expect(await findWorkspace('gone-dev')).toBeUndefined();
    await expect(run.remove('Workspace')).resolves.toBe('absent');
  });

  it('is removed while its run is under way', async () => {
    const run = runner();
    const cancel = new AbortController();
    await run(CONFIGURATION, input('busy-dev'), {
      signal: cancel.signal,
      onLog: line =>
        line.startsWith('aws_db_instance.main: creating') && cancel.abort(),
    });
    await expect(run.remove('Workspace')).resolves.toBe('removed');
    expect(await findWorkspace('busy-dev')).toBeUndefined();
  });

  it('stays where its resources cannot be destroyed, and says which run tells why', async () => {
    const run = runner();
    await run(CONFIGURATION, input('stuck-dev'));
    await fault({
      method: 'POST',
      path: '/api/v2/runs',
      kind: 'status',
      value: 422,
    });
    await expect(run.remove('Workspace')).rejects.toThrow('answered 422');
    expect(await findWorkspace('stuck-dev')).toBeDefined();
  });

  it('discards what it planned, and nobody applied, in a workspace that it found', async () => {
    const entityRef = 'component:default/found';
    const wanted = { ...input('found-dev'), entityRef };
    await runner()(CONFIGURATION, wanted);
    const run = runner();
    const cancel = new AbortController();
    const discard = '/api/v2/runs/.*/actions/discard';
    await fault({ method: 'POST', path: discard, kind: 'status', value: 500 });
    await run(
      { ...CONFIGURATION, 'more.tf': MORE },
      { ...wanted, confirm: false },
      {
        taskId: 'task-2',
        signal: cancel.signal,
        onLog: line => line.includes('waits until somebody') && cancel.abort(),
      },
    );
    expect(run.ledger.summary).toContain('kept Workspace found-dev');
    await fetch(`${sandbox.urls.control}/faults`, { method: 'DELETE' });
    await expect(run.remove('Terraform run')).resolves.toBe('removed');
    const [last] = await runsOf('found-dev');
    expect(last.attributes.status).toBe('discarded');
    await expect(run.remove('Terraform run')).resolves.toBe('absent');
  });

  it('plans no change the second time, for the same entity', async () => {
    const entityRef = 'component:default/stock';
    const first = await runner()(CONFIGURATION, {
      ...input('stock-dev'),
      entityRef,
    });
    expect(first.error).toBeUndefined();
    const second = await runner()(
      CONFIGURATION,
      { ...input('stock-dev'), entityRef },
      { taskId: 'task-2' },
    );
    expect(second.error).toBeUndefined();
    expect(second.outputs).toMatchObject({
      created: false,
      changes: { add: 0, change: 0, destroy: 0 },
    });
  });

  it('leaves a workspace alone that belongs to something else', async () => {
    await runner()(CONFIGURATION, input('carts-dev'));
    const { error } = await runner()(CONFIGURATION, input('carts-dev'), {
      taskId: 'task-2',
    });
    expect(error).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        "'carts-dev' exists in organisation 'mini-org' and belongs to something else",
      ),
    });
    expect(await runsOf('carts-dev')).toHaveLength(1);
  });

  it('finds its run when the task goes on after a crash', async () => {
    const checkpoints = new Map<string, JsonValue>();
    await runner()(CONFIGURATION, input('pay-dev'), { checkpoints });
    // The run's checkpoint was not written before the crash.
    for (const key of checkpoints.keys())
      if (key.includes('.run.')) checkpoints.delete(key);
    const { error, log, outputs } = await runner()(
      CONFIGURATION,
      input('pay-dev'),
      { checkpoints },
    );
    expect(error).toBeUndefined();
    expect(outputs.created).toBe(true);
    expect(log.join('\n')).toMatch(
      /run run-\w+ found, not created a second time/,
    );
    expect(await runsOf('pay-dev')).toHaveLength(1);
  });

  it('goes on after a 503, and says that it asked again', async () => {
    await fault({
      method: 'POST',
      path: '/api/v2/runs',
      kind: 'status',
      value: 503,
      times: 1,
    });
    await fault({
      method: 'GET',
      path: '/api/v2/runs/',
      kind: 'status',
      value: 503,
      times: 2,
    });
    const { error, log } = await runner()(CONFIGURATION, input('search-dev'));
    expect(error).toBeUndefined();
    expect(log).toContainEqual(
      expect.stringMatching(/^HCP Terraform answered 503; asked again after/),
    );
    expect(await runsOf('search-dev')).toHaveLength(1);
  });

  it('discards or cancels the run when the task is cancelled', async () => {
    const cancel = new AbortController();
    const { error } = await runner()(CONFIGURATION, input('mail-dev'), {
      signal: cancel.signal,
      onLog: line => line.startsWith('Uploaded') && cancel.abort(),
    });
    expect(error?.name).toBe('AbortError');
    const [run] = await runsOf('mail-dev');
    expect(run.attributes.status).toMatch(/canceled|discarded/);
  });

  it('plans only', async () => {
    const { error, outputs, log } = await runner()(CONFIGURATION, {
      ...input('plan-dev'),
      planOnly: true,
    });
    expect(error).toBeUndefined();
    expect(outputs).toMatchObject({
      changes: { add: 2, change: 0, destroy: 0 },
      outputs: {},
    });
    expect(log).not.toContain('▸ | section | Apply');
  });

  it('changes nothing in a dry run', async () => {
    const { error, log } = await runner()(CONFIGURATION, input('dry-dev'), {
      isDryRun: true,
    });
    expect(error).toBeUndefined();
    expect(log).toContain(
      "Would create the workspace dry-dev of mini-org in 'main'",
    );
    expect(await findWorkspace('dry-dev')).toBeUndefined();
  });

  it.each([
    [
      'HCL that does not parse',
      'resource "a" "b" {\n  x =\n}\n',
      'main.tf:2: Invalid expression',
    ],
    [
      'a variable without a value',
      'variable "region" {}\n',
      'main.tf:1: No value for required variable',
    ],
    [
      'a resource that is not declared',
      'output "x" {\n  value = aws_sqs_queue.gone.url\n}\n',
      'main.tf:2: Reference to undeclared resource',
    ],
    [
      'values that the provider refuses',
      'resource "aws_db_instance" "main" {\n  instance_class = "huge"\n}\n',
      'Invalid DB Instance class: huge',
    ],
  ])('names file, line and reason for %s', async (_, text, message) => {
    const { error } = await runner()(
      { 'main.tf': text },
      { workspace: 'bad-dev' },
    );
    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain(message);
    const { relationships } = await findWorkspace('bad-dev');
    expect(relationships['current-state-version']?.data ?? null).toBeNull();
  });

  it('names the instance and the remedy, never the token, where the token is wrong', async () => {
    const { error } = await runner({ token: 'not-this-one' })(
      CONFIGURATION,
      input('x-dev'),
    );
    expect(error?.message).toMatch(
      /instance 'main' .* refused the configured token \(401\).*Put a valid API token/,
    );
    expect(error?.message).not.toContain('not-this-one');
    expect(await findWorkspace('x-dev')).toBeUndefined();
  });

  it.each([
    [{ directory: '../..' }, 'outside the task'],
    [{ directory: 'infrastructure' }, 'no directory'],
    [{ instance: 'other' }, "no HCP Terraform instance 'other'"],
    [{ sensitiveVariables: { password: '' } }, "'password' is empty"],
  ])('refuses %j before anything is made', async (wrong, message) => {
    const { error } = await runner()(CONFIGURATION, {
      ...input('none-dev'),
      ...wrong,
    });
    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain(message);
    expect(await findWorkspace('none-dev')).toBeUndefined();
  });

  it('refuses whoever may not', async () => {
    const { error } = await runner({ allow: false })(
      CONFIGURATION,
      input('no-dev'),
    );
    expect(error?.name).toBe('NotAllowedError');
    expect(await findWorkspace('no-dev')).toBeUndefined();
  });
});
