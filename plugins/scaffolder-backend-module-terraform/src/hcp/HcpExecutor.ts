import { stringifyError } from '@backstage/errors';
import { flowLog } from '@portico/plugin-flows-common';
import { isTakenOver } from '@portico/plugin-flows-node';
import type {
  ApplyRequest,
  ApplyResult,
  DestroyRequest,
  DestroyResult,
  ExecutorContext,
  PlanResult,
  TerraformExecutor,
} from '../TerraformExecutor';
import { askAndApply } from './askAndApply';
import { askForPlan, describeRun, type Planning } from './askForPlan';
import { destroyWorkspace } from './destroyWorkspace';
import { stopRun } from './endRun';
import { findWorkspace } from './ensureWorkspace';
import type { HcpInstances } from './HcpInstances';
import type { StepRun } from './planRun';
import { prepareWorkspace, type PreparedWorkspace } from './prepareWorkspace';
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

  async plan(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<PlanResult> {
    return this.#work(request, context, async (planning, workspace) => {
      const asked = await askForPlan(planning);
      const { changes, monthlyCost } = asked.result;
      asked.reporter.tellEnd({ planOnly: true, monthlyCost });
      return {
        ...pagesOf(asked, workspace),
        changes,
        monthlyCost,
        change: asked.change ?? (await describeRun(planning, asked)),
      };
    });
  }

  async apply(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<ApplyResult> {
    const { redactor } = context;
    return this.#work(request, context, async (planning, workspace) => {
      const { client } = planning;
      const asked = await askAndApply(planning);
      const { changes, monthlyCost } = asked.result;
      const { planOnly } = request;
      asked.reporter.tellEnd({ planOnly, monthlyCost });
      const values = await readOutputs(client, workspace.id, redactor);
      return { ...pagesOf(asked, workspace), changes, monthlyCost, ...values };
    });
  }

  async destroy(
    request: DestroyRequest,
    context: ExecutorContext,
  ): Promise<DestroyResult> {
    const { pollMs } = this.#instances;
    const client = this.#instances.client(request.instance, context);
    return this.#endingRun(request, context, onRun =>
      destroyWorkspace(client, request, { ...context, pollMs, onRun }),
    );
  }

  /** Prepares the workspace and works on it. */
  async #work<T>(
    request: ApplyRequest,
    context: ExecutorContext,
    work: (planning: Planning, workspace: PreparedWorkspace) => Promise<T>,
  ): Promise<T> {
    const { logger } = context;
    const { pollMs } = this.#instances;
    const client = this.#instances.client(request.instance, context);
    logger.info(flowLog.section('Plan'));
    const workspace = await prepareWorkspace(client, request, context);
    return this.#endingRun(request, context, onRun =>
      work(
        { client, workspace, request, context: { ...context, pollMs }, onRun },
        workspace,
      ),
    );
  }

  /** Does the work, and ends its run if nobody waits for it any more. */
  async #endingRun<T>(
    request: Pick<ApplyRequest, 'instance'>,
    context: ExecutorContext,
    work: (onRun: (runId: string) => void) => Promise<T>,
  ): Promise<T> {
    let runId: string | undefined;
    try {
      return await work(id => {
        runId = id;
      });
    } catch (error) {
      const { signal } = context;
      if (runId && signal.aborted && !isTakenOver(signal)) {
        await this.#stop(runId, request, context);
      }
      throw error;
    }
  }

  /** Ends upstream what nobody waits for any more. */
  async #stop(
    runId: string,
    request: Pick<ApplyRequest, 'instance'>,
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

function pagesOf(run: StepRun, { url, created }: PreparedWorkspace) {
  return { runId: run.id, runUrl: run.url, workspaceUrl: url, created };
}
