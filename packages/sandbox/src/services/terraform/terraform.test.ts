import { startTerraform } from './__testUtils__/startTerraform';

const DATABASE = `variable "name" {
  type = string
}

resource "random_password" "db" {
  length = 20
}

resource "aws_db_instance" "main" {
  identifier     = "\${var.name}-dev"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  password       = random_password.db.result
}

module "queue" {
  source   = "./queue"
  for_each = toset(["a", "b"])
  name     = "\${var.name}-\${each.key}"
}

output "endpoint" {
  value = aws_db_instance.main.endpoint
}

output "password" {
  value     = random_password.db.result
  sensitive = true
}

output "queues" {
  value = { for key, queue in module.queue : key => queue.url }
}
`;
const QUEUE = `variable "name" {}

resource "aws_sqs_queue" "main" {
  name = var.name
}

output "url" {
  value = aws_sqs_queue.main.url
}
`;
const FILES = { 'main.tf': DATABASE, 'queue/main.tf': QUEUE };
const NAME = { variables: [{ key: 'name', value: '"gift-cards"' }] };

describe('HCP Terraform', () => {
  let terraform: Awaited<ReturnType<typeof startTerraform>>;

  beforeAll(async () => {
    terraform = await startTerraform();
  });
  afterAll(() => terraform.stop());

  const plain = (name: string) =>
    terraform.createWorkspace(name, { 'structured-run-output-enabled': false });

  it('plans, estimates, waits, applies and gives outputs, none of them secret', async () => {
    const workspace = await plain('gift-cards-dev');
    const id = await terraform.queueRun(workspace, FILES, NAME);
    const planned = await terraform.reach(id, 'cost_estimated');
    expect(planned.attributes.actions).toMatchObject({
      'is-confirmable': true,
      'is-cancelable': false,
    });
    const plan = await terraform.readLog(id, 'plan');
    expect(plan).toContain(
      '\u0002Sandbox: nothing is provisioned; this run is simulated.\n',
    );
    expect(plan).toContain(
      '# module.queue["b"].aws_sqs_queue.main will be created',
    );
    expect(plan).toContain('Plan: 4 to add, 0 to change, 0 to destroy.');
    const cost = await terraform.api(
      'GET',
      `/cost-estimates/${planned.relationships['cost-estimate'].data.id}`,
    );
    expect(cost.body.data.attributes).toMatchObject({
      status: 'finished',
      'prior-monthly-cost': '0.00',
      'proposed-monthly-cost': '18.14',
    });

    expect(
      (
        await terraform.api('POST', `/runs/${id}/actions/apply`, {
          comment: 'go',
        })
      ).status,
    ).toBe(202);
    await terraform.reach(id, 'applied');
    const apply = await terraform.readLog(id, 'apply');
    expect(apply).toMatch(
      /aws_db_instance\.main: Creation complete after \ds \[id=db-[0-9A-F]+\]/,
    );
    expect(apply).toContain(
      'Apply complete! Resources: 4 added, 0 changed, 0 destroyed.',
    );
    expect(apply).toContain('password = <sensitive>');
    const outputs = await terraform.api(
      'GET',
      `/workspaces/${workspace}/current-state-version-outputs`,
    );
    const values = (
      outputs.body.data as unknown as {
        attributes: { name: string; value: unknown };
      }[]
    ).map(o => [o.attributes.name, o.attributes.value]);
    expect(Object.fromEntries(values)).toEqual({
      endpoint: expect.stringMatching(
        /^gift-cards-dev\..*\.rds\.amazonaws\.com:5432$/,
      ),
      password: null,
      queues: {
        a: expect.stringContaining('gift-cards-a'),
        b: expect.stringContaining('gift-cards-b'),
      },
    });

    const again = await terraform.queueRun(workspace, FILES, NAME);
    await terraform.reach(again, 'planned_and_finished');
    expect(await terraform.readLog(again, 'plan')).toContain('No changes.');

    const other = DATABASE.replace('-dev"', '-prod"')
      .replace('"postgres"', '"postgres"\n  allocated_storage = 50')
      .replace('["a", "b"]', '["a"]');
    const changed = await terraform.queueRun(
      workspace,
      { ...FILES, 'main.tf': other },
      { ...NAME, 'auto-apply': true },
    );
    await terraform.reach(changed, 'applied');
    const log = await terraform.readLog(changed, 'plan');
    expect(log).toContain('# aws_db_instance.main must be replaced');
    expect(log).toContain('-> "gift-cards-prod" # forces replacement');
    expect(log).toContain(
      '# module.queue["b"].aws_sqs_queue.main will be destroyed',
    );
    expect(log).toContain('Plan: 1 to add, 0 to change, 2 to destroy.');

    const destroy = await terraform.queueRun(workspace, FILES, {
      ...NAME,
      'is-destroy': true,
      'auto-apply': true,
    });
    await terraform.reach(destroy, 'applied');
    expect(
      (
        await terraform.api(
          'POST',
          `/workspaces/${workspace}/actions/safe-delete`,
        )
      ).status,
    ).toBe(204);
  });

  it('writes JSON lines where the workspace asks for structured output', async () => {
    const workspace = await terraform.createWorkspace('structured-dev');
    const id = await terraform.queueRun(workspace, FILES, NAME);
    await terraform.reach(id, 'cost_estimated');
    const messages = (await terraform.readLog(id, 'plan'))
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => JSON.parse(line));
    expect(messages).toContainEqual(
      expect.objectContaining({
        type: 'change_summary',
        changes: { add: 4, change: 0, import: 0, remove: 0, operation: 'plan' },
      }),
    );
  });

  it.each([
    [
      'HCL that does not parse',
      'resource "a" "b" {\n  x =\n}\n',
      ['Error: Invalid expression', 'on main.tf line 2'],
    ],
    [
      'a variable without a value',
      'variable "region" {}\n',
      ['Error: No value for required variable', 'on main.tf line 1'],
    ],
    [
      'an undeclared variable',
      'output "x" {\n  value = var.gone\n}\n',
      [
        'Reference to undeclared input variable',
        'on main.tf line 2, in output "x"',
      ],
    ],
    [
      'a module of a registry',
      'module "x" {\n  source = "terraform-aws-modules/rds/aws"\n}\n',
      ['Failed to download module'],
    ],
    [
      'a secret output',
      'resource "random_password" "p" {\n  length = 9\n}\noutput "p" {\n  value = random_password.p.result\n}\n',
      ['Output refers to sensitive values'],
    ],
    [
      'a failed validation',
      'variable "n" {\n  default = 1\n  validation {\n    condition     = var.n > 1\n    error_message = "Too few."\n  }\n}\n',
      ['Invalid value for variable', 'Too few.'],
    ],
  ])(
    'ends as errored for %s, as Terraform words it',
    async (name, text, expected) => {
      const workspace = await plain(`errored-${name.replace(/\W/g, '-')}`);
      const id = await terraform.queueRun(workspace, { 'main.tf': text });
      await terraform.reach(id, 'errored');
      const log = await terraform.readLog(id, 'plan');
      for (const part of expected) expect(log).toContain(part);
    },
  );

  it('takes one run at a time, and discards, cancels and locks', async () => {
    const workspace = await plain('queue-dev');
    const first = await terraform.queueRun(workspace, FILES, NAME);
    const second = await terraform.queueRun(workspace, FILES, NAME);
    await terraform.reach(first, 'cost_estimated');
    await terraform.reach(second, 'pending');
    expect(
      (await terraform.api('POST', `/runs/${second}/actions/apply`)).status,
    ).toBe(409);
    expect(
      (await terraform.api('POST', `/workspaces/${workspace}/actions/unlock`))
        .status,
    ).toBe(409);
    await terraform.api('POST', `/runs/${first}/actions/discard`);
    await terraform.reach(first, 'discarded');
    await terraform.reach(second, 'planning');
    await terraform.api('POST', `/runs/${second}/actions/cancel`);
    await terraform.reach(second, 'canceled');
    await terraform.api('POST', `/workspaces/${workspace}/actions/lock`, {
      reason: 'maintenance',
    });
    const third = await terraform.queueRun(workspace, FILES, NAME);
    await terraform.reach(third, 'pending');
    await terraform.api('POST', `/workspaces/${workspace}/actions/unlock`);
    await terraform.reach(third, 'cost_estimated');
  });

  it('goes on with an unfinished run after a restart', async () => {
    const workspace = await plain('restart-dev');
    const id = await terraform.queueRun(workspace, FILES, {
      ...NAME,
      'auto-apply': true,
    });
    await terraform.reach(id, 'planning', 'applying');
    await terraform.restart();
    const run = await terraform.reach(id, 'applied');
    expect(run.attributes['has-changes']).toBe(true);
  });

  it('never gives a sensitive variable back', async () => {
    const workspace = await plain('variables-dev');
    const { body } = await terraform.api(
      'POST',
      `/workspaces/${workspace}/vars`,
      {
        data: {
          type: 'vars',
          attributes: {
            key: 'password',
            value: 'hunter2',
            category: 'terraform',
            sensitive: true,
          },
        },
      },
    );
    expect(body.data.attributes.value).toBeNull();
    expect(
      (await terraform.api('GET', `/workspaces/${workspace}/vars`)).text,
    ).not.toContain('hunter2');
  });

  it('refuses an upload that is no archive, wrong names, and who has no token', async () => {
    const workspace = await plain('refusals-dev');
    const version = await terraform.upload(
      workspace,
      Buffer.from('not an archive'),
    );
    const { body } = await terraform.api(
      'GET',
      `/configuration-versions/${version}`,
    );
    expect(body.data.attributes.status).toBe('errored');
    const taken = await terraform.api(
      'POST',
      '/organizations/mini-org/workspaces',
      { data: { attributes: { name: 'refusals-dev' } } },
    );
    expect(taken).toMatchObject({
      status: 422,
      body: {
        errors: [
          { title: 'invalid attribute', detail: 'Name has already been taken' },
        ],
      },
    });
    expect(
      await terraform.call(
        'GET',
        '/api/v2/account/details',
        undefined,
        'wrong',
      ),
    ).toMatchObject({
      status: 401,
      body: { errors: [{ title: 'unauthorized' }] },
    });
    expect((await terraform.api('GET', '/no/such/route')).status).toBe(404);
    expect(
      (await terraform.call('GET', '/api/v2/ping')).headers.get(
        'tfp-api-version',
      ),
    ).toBe('2.6');
  });

  it('shows workspace and run as pages that say what they are', async () => {
    const workspace = await plain('pages-dev');
    const id = await terraform.queueRun(workspace, FILES, {
      ...NAME,
      'plan-only': true,
    });
    await terraform.reach(id, 'planned_and_finished');
    const page = await terraform.call(
      'GET',
      `/app/mini-org/workspaces/pages-dev/runs/${id}`,
    );
    expect(page.text).toContain('Nothing is provisioned');
    expect(page.text).toContain('Plan: 4 to add');
    expect(
      (await terraform.call('GET', '/app/mini-org/workspaces/pages-dev')).text,
    ).toContain(id);
  });
});
