import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActionRunner } from '../__testUtils__/createActionRunner';

const present = ['terraform', 'tofu'].some(
  name => spawnSync(name, ['version']).status === 0,
);
// Where everything is required, absence is a failure; elsewhere the suite is reported as skipped.
const required = process.env.PORTICO_TEST_REQUIRE === 'all';
const missing = present ? '' : ' (no terraform or tofu on the PATH)';
// eslint-disable-next-line jest/no-disabled-tests
const describeWithTerraform = present || required ? describe : describe.skip;

const CONFIGURATION = {
  'main.tf': `variable "name" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "terraform_data" "service" {
  input = var.name
}

output "name" {
  value = terraform_data.service.output
}

output "password" {
  value     = var.password
  sensitive = true
}
`,
};
const SECRET = 'correct-horse-battery';
const input = {
  executor: 'cli',
  workspace: 'orders-dev',
  variables: { name: 'orders' },
  sensitiveVariables: { password: SECRET },
};

describeWithTerraform(
  `terraform:apply with the program on the PATH${missing}`,
  () => {
    let states: string;

    beforeEach(async () => {
      states = await mkdtemp(join(tmpdir(), 'portico-states-'));
    });
    afterEach(() => rm(states, { recursive: true, force: true }));

    const runner = (environment = process.env) =>
      createActionRunner({
        environment,
        cli: {
          passEnvironment: [],
          backend: {
            type: 'local',
            config: { path: `${states}/{workspace}.tfstate` },
          },
        },
      });

    it('applies the saved plan, keeps the state in the configured backend, and gives the outputs', async () => {
      const { error, log, outputs } = await runner()(CONFIGURATION, input);
      expect(error).toBeUndefined();
      expect(outputs).toMatchObject({
        created: true,
        changes: { add: 1, change: 0, destroy: 0 },
        outputs: { name: 'orders' },
        sensitiveOutputs: ['password'],
      });
      expect(log).toEqual(
        expect.arrayContaining([
          'Plan: 1 to add, 0 to change, 0 to destroy (+1 ~0 -0)',
          '  + terraform_data.service',
          'terraform_data.service: creating',
          expect.stringMatching(
            /^terraform_data\.service: created after \d+ s/,
          ),
        ]),
      );
      expect(await readdir(states)).toContain('orders-dev.tfstate');
      expect(JSON.stringify({ log, outputs })).not.toContain(SECRET);

      const again = await runner()(CONFIGURATION, input);
      expect(again.outputs).toMatchObject({
        created: false,
        changes: { add: 0, change: 0, destroy: 0 },
      });
    });

    it('is destroyed again, without the secrets that nobody kept', async () => {
      const run = runner();
      const { error } = await run(CONFIGURATION, input);
      expect(error).toBeUndefined();
      expect(run.ledger.summary).toEqual([
        'made Terraform state orders-dev',
        'made terraform_data orders-dev/terraform_data.service',
      ]);
      expect(JSON.stringify(run.ledger.rows)).not.toContain(SECRET);
      await expect(run.remove('Terraform state')).resolves.toBe('removed');
      const state = JSON.parse(
        await readFile(join(states, 'orders-dev.tfstate'), 'utf8'),
      );
      expect(state.resources).toEqual([]);
      await expect(run.remove('Terraform state')).resolves.toBe('absent');
    });

    it('hands no secret of the portal to Terraform', async () => {
      const environment = { ...process.env, TF_VAR_name: 'leaked' };
      const { error } = await runner(environment)(CONFIGURATION, {
        ...input,
        variables: {},
      });
      expect(error?.message).toContain(
        'main.tf:1: No value for required variable',
      );
    });

    it('names file and line of HCL that does not parse', async () => {
      const { error } = await runner()(
        { 'main.tf': 'resource "a" "b" {\n  x =\n}\n' },
        { executor: 'cli', workspace: 'bad-dev' },
      );
      expect(error?.name).toBe('InputError');
      expect(error?.message).toContain('main.tf:2: Invalid expression');
    });

    it('plans only', async () => {
      const { error, outputs } = await runner()(CONFIGURATION, {
        ...input,
        planOnly: true,
      });
      expect(error).toBeUndefined();
      expect(outputs.changes).toEqual({ add: 1, change: 0, destroy: 0 });
      expect(await readdir(states)).toEqual([]);
    });
  },
);

describe('terraform:apply with executor cli', () => {
  it('says what to do where neither terraform nor tofu is installed', async () => {
    const run = createActionRunner({ environment: { PATH: '/nowhere' } });
    const { error } = await run(CONFIGURATION, input);
    expect(error).toMatchObject({
      name: 'InputError',
      message:
        "terraform is not on the PATH of the portal's server: install it, or use executor 'hcp'.",
    });
  });

  it('refuses to wait for an approval that nobody can give', async () => {
    const { error } = await createActionRunner({})(CONFIGURATION, {
      ...input,
      confirm: false,
    });
    expect(error?.message).toContain('nobody to ask for approval');
  });
});
