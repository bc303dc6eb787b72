import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { flowLog } from '@portico/plugin-flows-common';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LogParser } from '../report/LogParser';
import { RunReporter } from '../report/RunReporter';
import type {
  ApplyRequest,
  ApplyResult,
  ExecutorContext,
  TerraformExecutor,
} from '../TerraformExecutor';
import { describeState } from './describeState';
import {
  errorText,
  failure,
  findTerraform,
  prepareTerraform,
  requireSuccess,
  type CliServer,
} from './prepareTerraform';
import type { TerraformProcess } from './TerraformProcess';

const PLAN_FILE = 'portico.tfplan';
const LOCK = '-lock-timeout=60s';

/**
 * Runs `terraform` or `tofu` on the portal's server. The state in the configured backend makes a
 * second run safe: what is there already is planned as no change.
 */
export class CliExecutor implements TerraformExecutor {
  readonly #server: CliServer;

  constructor(server: CliServer) {
    this.#server = server;
  }

  async explain(
    request: ApplyRequest,
    { logger }: ExecutorContext,
  ): Promise<void> {
    checkRequest(request);
    const binary = await findTerraform(this.#server);
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
    const { workspace, planOnly } = request;
    checkRequest(request);
    const terraform = await this.#prepare(request, context);
    const created = await isNewState(terraform, request, context);
    const reporter = new RunReporter({
      logger,
      redactor,
      note: context.ledger.note,
      workspace,
      goesWith: created
        ? { kind: 'Terraform state', name: workspace }
        : undefined,
    });

    logger.info(flowLog.section('Plan'));
    await stream(
      terraform,
      ['plan', '-json', '-input=false', LOCK, `-out=${PLAN_FILE}`],
      reporter,
      'plan',
    );
    reporter.tellPlan();
    const { changes } = reporter;
    if (!planOnly) {
      logger.info(flowLog.section('Apply'));
      await context.ledger.ensure(await describeState(request), async () => {
        await stream(
          terraform,
          ['apply', '-json', '-input=false', LOCK, PLAN_FILE],
          reporter,
          'apply',
        );
        return { created };
      });
      logger.info('Applied the saved plan');
    }
    reporter.tellEnd({ planOnly });
    return { created, changes, ...(await readOutputs(terraform, context)) };
  }

  /** Works on a copy, so that neither plans nor secrets end up in what later steps publish. */
  async #prepare(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<TerraformProcess> {
    const home = await context.createTemporaryDirectory();
    const directory = join(home, 'configuration');
    await cp(request.directory, directory, {
      recursive: true,
      filter: source => !/[/\\]\.(?:terraform|git)$/.test(source),
    });
    return prepareTerraform(this.#server, {
      ...request,
      directory,
      home,
      signal: context.signal,
      redact: text => context.redactor.redact(text),
    });
  }
}

/** @throws InputError for inputs that mean nothing here */
function checkRequest({ confirm, planOnly, instance }: ApplyRequest): void {
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
}

async function stream(
  terraform: TerraformProcess,
  args: string[],
  reporter: RunReporter,
  phase: 'plan' | 'apply',
): Promise<void> {
  const parser = new LogParser();
  let told = Promise.resolve();
  const { exitCode, stderr } = await terraform.run(args, chunk => {
    const events = parser.push(chunk);
    told = told.then(() => reporter.report(events));
  });
  await told;
  await reporter.report(parser.flush());
  if (exitCode === 0) return;
  const reasons =
    reporter.errors.length > 0 ? reporter.errors : [errorText(stderr)];
  throw failure(phase, reasons);
}

/** Whether the backend held no state of this workspace when this task first looked. */
async function isNewState(
  terraform: TerraformProcess,
  { workspace }: ApplyRequest,
  { checkpoint, redactor }: ExecutorContext,
): Promise<boolean> {
  const { isNew } = await checkpoint({
    key: `terraform.state.${workspace}`,
    fn: async () => {
      const state = await terraform.run(['state', 'pull']);
      requireSuccess('read the state of', state, text => redactor.redact(text));
      return { isNew: state.stdout.trim() === '' };
    },
  });
  return isNew;
}

async function readOutputs(
  terraform: TerraformProcess,
  { redactor }: ExecutorContext,
): Promise<Pick<ApplyResult, 'outputs' | 'sensitiveOutputs'>> {
  const result = await terraform.run(['output', '-json']);
  requireSuccess('read the outputs of', result, text => redactor.redact(text));
  const outputs: Record<string, JsonValue> = {};
  const sensitiveOutputs: string[] = [];
  const all = JSON.parse(result.stdout) as Record<
    string,
    { sensitive: boolean; value: JsonValue }
  >;
  for (const [name, { sensitive, value }] of Object.entries(all)) {
    if (sensitive || redactor.isIn(value)) sensitiveOutputs.push(name);
    else outputs[name] = value;
  }
  return { outputs, sensitiveOutputs };
}
