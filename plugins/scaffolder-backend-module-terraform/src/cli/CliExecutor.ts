import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { flowLog } from '@portico/plugin-flows-common';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type {
  ApplyRequest,
  ApplyResult,
  DestroyRequest,
  DestroyResult,
  ExecutorContext,
  PlanResult,
  TerraformExecutor,
} from '../TerraformExecutor';
import { describeState } from './describeState';
import {
  LOCK,
  PLAN_FILE,
  planWithCli,
  reporterOf,
  stream,
} from './planWithCli';
import {
  findTerraform,
  prepareTerraform,
  requireSuccess,
  type CliServer,
} from './prepareTerraform';
import type { TerraformProcess } from './TerraformProcess';

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

  async plan(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<PlanResult> {
    checkRequest(request);
    const terraform = await this.#prepare(request, context);
    const created = await isNewState(terraform, request, context);
    const { change, reporter } = await planWithCli(
      terraform,
      { ...request, describe: true },
      { ...context, created },
    );
    reporter.tellEnd({ planOnly: true });
    return { created, changes: reporter.changes, change: change! };
  }

  async apply(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<ApplyResult> {
    const { logger, gate } = context;
    const { planOnly } = request;
    checkRequest(request);
    const terraform = await this.#prepare(request, context);
    const created = await isNewState(terraform, request, context);
    const { change, reporter } = await planWithCli(terraform, request, {
      ...context,
      created,
    });
    const { changes } = reporter;
    if (!planOnly) {
      if (change) await gate?.use(change);
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

  async destroy(
    request: DestroyRequest,
    context: ExecutorContext,
  ): Promise<DestroyResult> {
    const { directory, workspace } = request;
    if (!directory) {
      throw new InputError(
        `The executor 'cli' keeps no configuration of ${workspace}: give the step its 'directory'.`,
      );
    }
    const terraform = await this.#prepare({ ...request, directory }, context);
    const reporter = reporterOf(workspace, context);
    context.logger.info(flowLog.section('Destroy'));
    await stream(
      terraform,
      ['apply', '-destroy', '-auto-approve', '-json', '-input=false', LOCK],
      reporter,
      'apply',
    );
    reporter.tellEnd({ planOnly: false });
    return { destroyed: reporter.changes.destroy, workspaceDeleted: false };
  }

  /** Works on a copy, so that neither plans nor secrets end up in what later steps publish. */
  async #prepare(
    request: Pick<ApplyRequest, 'directory' | 'variables' | 'workspace'>,
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
