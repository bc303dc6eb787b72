import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planToChange } from './planToChange';
import realPlan from './fixtures/terraformDataPlan.json';
import type { TerraformPlan, TerraformResourceChange } from './TerraformPlan';

const present = spawnSync('terraform', ['version']).status === 0;
// Where everything is required, absence is a failure; elsewhere the suite is reported as skipped.
const required = process.env.PORTICO_TEST_REQUIRE === 'all';
// eslint-disable-next-line jest/no-disabled-tests
const describeWithTerraform = present || required ? describe : describe.skip;

const options = {
  run: {
    id: 'run-q8fJ2vXs',
    plannedAt: '2026-11-20T13:57:40Z',
    stateSerial: 41,
    fresh: true,
  },
  where: { environment: 'production', workspace: 'orders-production' },
};

function resource(
  type: string,
  change: Partial<TerraformResourceChange['change']>,
): TerraformPlan {
  return {
    resource_changes: [
      {
        address: `${type}.orders`,
        mode: 'managed',
        type,
        name: 'orders',
        change: { actions: ['update'], before: null, after: null, ...change },
      },
    ],
  };
}

describe('planToChange', () => {
  // Made by `terraform show -json` of Terraform 1.11.4 with resources of the type terraform_data.
  const real = planToChange({
    ...options,
    plan: realPlan as unknown as TerraformPlan,
  });

  it('counts and sorts what a real plan does, most destructive first', () => {
    expect(real.summary).toEqual({ add: 1, change: 1, replace: 1, destroy: 1 });
    expect(
      real.resources.map(({ address, action }) => `${action} ${address}`),
    ).toEqual([
      'destroy terraform_data.legacy[0]',
      'replace terraform_data.group',
      'change terraform_data.orders',
      'add terraform_data.replica["a"]',
    ]);
  });

  it('shows what changes, what forces a replacement and what nobody knows yet', () => {
    const [, group, orders] = real.resources;
    expect(group.attributes).toMatchObject([
      { path: 'id', unknownAfter: true },
      { path: 'input', before: '"postgres15"', after: '"postgres16"' },
      { path: 'output', unknownAfter: true },
      { path: 'triggers_replace', forcesReplacement: true },
    ]);
    expect(orders.attributes).toContainEqual({
      path: 'input.class',
      action: 'change',
      before: '"db.t4g.medium"',
      after: '"db.m6g.large"',
      sensitive: false,
      unknownAfter: false,
      forcesReplacement: false,
    });
    expect(orders.unchangedAttributes).toBe(1);
  });

  it('gives away no secret, also where Terraform has forgotten that it is one', () => {
    const orders = real.resources.find(r => r.name === 'orders');
    expect(
      orders?.attributes.filter(({ sensitive }) => sensitive),
    ).toMatchObject([
      { path: 'input.password', action: 'change' },
      { path: 'output', unknownAfter: true }, // holds a copy of the old password, unmarked
    ]);
    expect(JSON.stringify(realPlan)).toContain('first-secret');
    expect(JSON.stringify(real)).not.toMatch(/first-secret|second-secret/);
  });

  it('has one fingerprint for a plan, however often it is read, and another for another', () => {
    const plan = realPlan as unknown as TerraformPlan;
    const again = planToChange({
      ...options,
      plan,
      run: { ...options.run, fresh: false, checkedAt: '2026-11-20T14:10:00Z' },
    });
    expect(again.fingerprint).toBe(real.fingerprint);
    const other = planToChange({
      ...options,
      plan,
      run: { ...options.run, id: 'run-3mPkA0Lc' },
    });
    expect(other.fingerprint).not.toBe(real.fingerprint);
  });

  it.each([
    [
      'aws_db_instance',
      { instance_class: 'db.t4g.medium', apply_immediately: true },
      { instance_class: 'db.m6g.large', apply_immediately: true },
      ['warn instance_class: restarts the database'],
    ],
    [
      'aws_db_instance',
      { instance_class: 'db.t4g.medium', apply_immediately: false },
      { instance_class: 'db.m6g.large', apply_immediately: false },
      [
        'warn instance_class: restarts the database in its next maintenance window',
      ],
    ],
    [
      'aws_db_instance',
      { allocated_storage: 50 },
      { allocated_storage: 100 },
      ['info allocated_storage: GiB; cannot be made smaller later'],
    ],
    [
      'aws_db_instance',
      { allocated_storage: 100 },
      { allocated_storage: 50 },
      ['bad allocated_storage: storage cannot be made smaller: it fails'],
    ],
    [
      'aws_db_instance',
      { engine_version: '15.8', apply_immediately: true },
      { engine_version: '16.4', apply_immediately: true },
      [
        'warn engine_version: restarts the database; a major version cannot be taken back',
      ],
    ],
    [
      'aws_db_instance',
      { backup_retention_period: 7, deletion_protection: true },
      { backup_retention_period: 0, deletion_protection: false },
      [
        'bad backup_retention_period: restarts the database and ends its backups',
        'warn deletion_protection: it can be deleted from now on',
      ],
    ],
    [
      'aws_elasticache_replication_group',
      { node_type: 'cache.t4g.small' },
      { node_type: 'cache.r7g.large' },
      ['warn node_type: replaces its nodes one by one; connections drop'],
    ],
    ['aws_sqs_queue', { delay_seconds: 0 }, { delay_seconds: 5 }, []],
  ])(
    'says what a change of %s %j does to users',
    (type, before, after, effects) => {
      const change = planToChange({
        ...options,
        plan: resource(type, { before, after }),
      });
      expect(change.effects.map(e => `${e.severity} ${e.text}`)).toEqual(
        effects,
      );
    },
  );

  it.each([
    [
      ['delete', 'create'],
      { skip_final_snapshot: true },
      'deletes the database with its automated backups, then makes it anew and empty; down until then',
    ],
    [
      ['delete'],
      { skip_final_snapshot: false },
      'deletes the database with its automated backups; a final snapshot stays',
    ],
  ])('warns of lost data: %j %j', (actions, before, text) => {
    const { effects } = planToChange({
      ...options,
      plan: resource('aws_db_instance', { actions, before }),
    });
    expect(effects).toEqual([
      { severity: 'bad', resource: 'aws_db_instance.orders', text },
    ]);
  });

  it('names nested attributes, masks blocks and puts the cost beside the resource', () => {
    const change = planToChange({
      ...options,
      plan: resource('aws_security_group', {
        before: {
          tags: { 'portico-task': '1042', team: 'commerce' },
          ingress: [{ port: 80, secret: 'a' }],
        },
        after: {
          tags: { 'portico-task': '1187', team: 'commerce' },
          ingress: [{ port: 443, secret: 'b' }],
        },
        before_sensitive: { ingress: [{ secret: true }] },
        after_sensitive: { ingress: [{ secret: true }] },
      }),
      cost: {
        monthlyBefore: '187.20',
        monthlyAfter: '238.80',
        currency: 'USD',
        source: 'Estimated by HCP Terraform',
        resources: {
          'aws_security_group.orders': { before: '187.20', after: '238.80' },
        },
      },
    });
    const [{ attributes, monthlyCost }] = change.resources;
    expect(
      attributes.map(a => [a.path, a.before, a.after, a.sensitive]),
    ).toEqual([
      ['tags.portico-task', '"1042"', '"1187"', false],
      ['ingress[0].port', '80', '443', false],
      ['ingress[0].secret', undefined, undefined, true],
    ]);
    expect(monthlyCost).toEqual({ before: '187.20', after: '238.80' });
    expect(change.cost).not.toHaveProperty('resources');
  });

  it('leaves out what is only read or stays, and tells what is forgotten', () => {
    const change = planToChange({
      ...options,
      plan: {
        resource_changes: [
          ...(resource('aws_sqs_queue', { actions: ['no-op'] })
            .resource_changes ?? []),
          ...(resource('aws_s3_bucket', { actions: ['forget'] })
            .resource_changes ?? []),
        ],
      },
    });
    expect(change.resources).toEqual([]);
    expect(change.effects).toMatchObject([
      { text: 'is left as it is; Terraform forgets it' },
    ]);
  });
});

describeWithTerraform('a plan of the installed Terraform', () => {
  it('is read right, with its secrets masked', () => {
    const directory = mkdtempSync(join(tmpdir(), 'portico-plan-'));
    const terraform = (...args: string[]) =>
      execFileSync('terraform', args, {
        cwd: directory,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, TF_VAR_token: 'a-canary-secret' },
      }).toString();
    try {
      writeFileSync(
        join(directory, 'main.tf'),
        `variable "token" {
  type      = string
  sensitive = true
}
resource "terraform_data" "a" {
  input = "Bearer \${var.token}"
}`,
      );
      terraform('init', '-input=false');
      terraform('plan', '-input=false', '-out=plan');
      const plan = JSON.parse(terraform('show', '-json', 'plan'));
      const change = planToChange({ ...options, plan });
      expect(change.summary).toMatchObject({ add: 1 });
      expect(change.resources[0].attributes).toContainEqual(
        expect.objectContaining({ path: 'input', sensitive: true }),
      );
      expect(JSON.stringify(change)).not.toContain('a-canary-secret');
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
