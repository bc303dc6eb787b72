import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { flowLog } from '@portico/plugin-flows-common';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CliSettings } from '../config/readTerraformConfig';
import { LogParser } from '../report/LogParser';
import { RunReporter } from '../report/RunReporter';
import type {
  ApplyRequest,
  ApplyResult,
  ExecutorContext,
  TerraformExecutor,
} from '../TerraformExecutor';
import { childEnvironment } from './childEnvironment';
import { findBinary } from './findBinary';
import { TerraformProcess } from './TerraformProcess';
import { writeBackend } from './writeBackend';

const PLAN_FILE = 'portico.tfplan';
const LOCK = '-lock-timeout=60s';

/**
 * Runs `terraform` or `tofu` on the portal's server. The state in the configured backend makes a
 * second run safe: what is there already is planned as no change.
 */
export class CliExecutor implements TerraformExecutor {
  readonly #settings: CliSettings;
  readonly #environment: NodeJS.ProcessEnv;

  constructor(options: {
    settings: CliSettings;
    environment: NodeJS.ProcessEnv;
  }) {
    this.#settings = options.settings;
    this.#environment = options.environment;
  }

  async explain(
    request: ApplyRequest,
    { logger }: ExecutorContext,
  ): Promise<void> {
    const binary = await this.#binary(request);
    const work = request.planOnly ? 'plan it' : 'plan and apply it';
    logger.info(
      `Would take the configuration into ${basename(binary)}, workspace ${
        request.workspace
      }, and ${work}`,
    );
  }

  async apply(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<ApplyResult> {
    const { logger, redactor } = context;
    const terraform = await this.#prepare(request, context);
    const reporter = new RunReporter({ logger, redactor });

    logger.info(flowLog.section('Plan'));
    const init = await terraform.run(['init', '-input=false', '-no-color']);
    if (init.exitCode !== 0) {
      throw failure('initialise', [redactor.redact(errorText(init.stderr))]);
    }
    const created = !(await hasState(terraform));
    await stream(
      terraform,
      ['plan', '-json', '-input=false', LOCK, `-out=${PLAN_FILE}`],
      reporter,
      'plan',
    );
    reporter.tellPlan();
    logger.info(
      flowLog.ledger({
        outcome: created && !request.planOnly ? 'made' : 'kept',
        kind: 'Terraform state',
        name: request.workspace,
        ifItFails: created && !request.planOnly ? 'stays' : 'left alone',
      }),
    );
    const { changes } = reporter;
    if (!request.planOnly) {
      logger.info(flowLog.section('Apply'));
      await stream(
        terraform,
        ['apply', '-json', '-input=false', LOCK, PLAN_FILE],
        reporter,
        'apply',
      );
      logger.info('Applied the saved plan');
    }
    reporter.tellEnd({ planOnly: request.planOnly });
    return { created, changes, ...(await readOutputs(terraform, context)) };
  }

  #binary({ confirm, planOnly, instance }: ApplyRequest): Promise<string> {
    if (!confirm && !planOnly) {
      throw new InputError(
        "The executor 'cli' has nobody to ask for approval: set planOnly, or leave confirm on.",
      );
    }
    if (instance) {
      throw new InputError(
        "The input 'instance' names an HCP Terraform and has no meaning for the executor 'cli'.",
      );
    }
    return findBinary({
      configured: this.#settings.binary,
      path: this.#environment.PATH ?? '',
    });
  }

  /** Works on a copy, so that neither plans nor secrets end up in what later steps publish. */
  async #prepare(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<TerraformProcess> {
    const binary = await this.#binary(request);
    const home = await context.createTemporaryDirectory();
    const directory = join(home, 'configuration');
    await cp(request.directory, directory, {
      recursive: true,
      filter: source => !/[/\\]\.(?:terraform|git)$/.test(source),
    });
    const { backend, passEnvironment } = this.#settings;
    await writeBackend({ backend, directory, workspace: request.workspace });
    const environment = childEnvironment({
      environment: this.#environment,
      pass: passEnvironment,
      variables: request.variables,
      home,
    });
    const { signal } = context;
    return new TerraformProcess({ binary, directory, environment, signal });
  }
}

async function stream(
  terraform: TerraformProcess,
  args: string[],
  reporter: RunReporter,
  phase: 'plan' | 'apply',
): Promise<void> {
  const parser = new LogParser();
  const { exitCode, stderr } = await terraform.run(args, chunk =>
    reporter.report(parser.push(chunk)),
  );
  reporter.report(parser.flush());
  if (exitCode === 0) return;
  const reasons =
    reporter.errors.length > 0 ? reporter.errors : [errorText(stderr)];
  throw failure(phase, reasons);
}

function failure(phase: string, reasons: string[]): InputError {
  return new InputError(
    `Terraform could not ${phase} the configuration: ${reasons.join('; ')}`,
  );
}

/** Terraform's prose from its first error on: `main.tf:2: Invalid expression. …`. */
function errorText(stderr: string): string {
  const text = stderr.slice(Math.max(0, stderr.lastIndexOf('Error: ')));
  const place = /\bon (\S+) line (\d+)/.exec(text);
  const plain = text
    .replace(/[│╷╵]/g, '')
    .split('\n')
    .filter(line => !/^\s*(?:on \S+ line \d+|\d+: )/.test(line))
    .join(' ')
    .replace(/^Error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
  return place ? `${place[1]}:${place[2]}: ${plain}` : plain;
}

/** True if the backend holds a state of this workspace. */
async function hasState(terraform: TerraformProcess): Promise<boolean> {
  const { exitCode, stdout, stderr } = await terraform.run(['state', 'pull']);
  if (exitCode !== 0) throw failure('read the state of', [errorText(stderr)]);
  return stdout.trim() !== '';
}

async function readOutputs(
  terraform: TerraformProcess,
  { redactor }: ExecutorContext,
): Promise<Pick<ApplyResult, 'outputs' | 'sensitiveOutputs'>> {
  const { exitCode, stdout, stderr } = await terraform.run(['output', '-json']);
  if (exitCode !== 0) {
    throw failure('read the outputs of', [redactor.redact(errorText(stderr))]);
  }
  const outputs: Record<string, JsonValue> = {};
  const sensitiveOutputs: string[] = [];
  const all = JSON.parse(stdout) as Record<
    string,
    { sensitive: boolean; value: JsonValue }
  >;
  for (const [name, { sensitive, value }] of Object.entries(all)) {
    if (sensitive || redactor.isIn(value)) sensitiveOutputs.push(name);
    else outputs[name] = value;
  }
  return { outputs, sensitiveOutputs };
}
