import { stringifyError } from '@backstage/errors';
import { flowLog } from '@portico/plugin-flows-common';
import type {
  ApplyRequest,
  ApplyResult,
  ExecutorContext,
  TerraformExecutor,
} from '../TerraformExecutor';
import { applyRun } from './applyRun';
import { stopRun } from './endRun';
import { findWorkspace } from './ensureWorkspace';
import type { HcpInstances } from './HcpInstances';
import { followToPlan, startRun } from './planRun';
import { prepareWorkspace } from './prepareWorkspace';
import { readOutputs } from './readResults';

/** How long the end of a task waits for its run to be stopped. */
const STOP_MS = 20_000;

/** Runs Terraform in HCP Terraform or Terraform Enterprise. */
export class HcpExecutor implements TerraformExecutor {
  readonly #instances: HcpInstances;

  constructor(instances: HcpInstances) {
    this.#instances = instances;
  }

  async explain(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<void> {
    const { logger } = context;
    const client = this.#instances.client(request.instance, context);
    const { name, organization } = client.instance;
    const { workspace, variables } = request;
    const found = await findWorkspace(client, workspace);
    const sensitive = variables.filter(variable => variable.sensitive).length;
    logger.info(
      `Would ${
        found ? 'use' : 'create'
      } the workspace ${workspace} of ${organization} in '${name}'`,
    );
    logger.info(
      `Would set ${
        variables.length
      } variables, ${sensitive} of them sensitive, upload the configuration and ${
        request.planOnly ? 'plan it' : 'plan and apply it'
      }`,
    );
  }

  async apply(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<ApplyResult> {
    const { logger, redactor, signal } = context;
    const { pollMs } = this.#instances;
    const client = this.#instances.client(request.instance, context);
    logger.info(flowLog.section('Plan'));
    const workspace = await prepareWorkspace(client, request, context);
    const step = await startRun(client, workspace, request, {
      ...context,
      pollMs,
    });
    try {
      const planned = await followToPlan(context, step);
      if (!planned.isOver) await applyRun(workspace, planned, request, context);
      const { changes, monthlyCost } = planned.result;
      step.reporter.tellEnd({ planOnly: request.planOnly, monthlyCost });
      const values = await readOutputs(client, workspace.id, redactor);
      return {
        runId: step.id,
        runUrl: step.url,
        workspaceUrl: workspace.url,
        created: workspace.created,
        changes,
        monthlyCost,
        ...values,
      };
    } catch (error) {
      if (signal.aborted) await this.#stop(step.id, request, context);
      throw error;
    }
  }

  /** Ends upstream what nobody waits for any more. */
  async #stop(
    runId: string,
    request: ApplyRequest,
    { logger }: ExecutorContext,
  ): Promise<void> {
    const client = this.#instances.client(request.instance, {
      logger,
      signal: AbortSignal.timeout(STOP_MS),
    });
    try {
      const done = await stopRun(
        client,
        runId,
        'The task was cancelled or took too long',
      );
      if (done) logger.warn(`Run ${runId} ${done} in HCP Terraform`);
    } catch (error) {
      logger.error(
        `Run ${runId} could not be cancelled in HCP Terraform: ${stringifyError(
          error,
        )}. Cancel it there.`,
      );
    }
  }
}
