import { ConflictError, InputError, stringifyError } from '@backstage/errors';
import { flowLog } from '@portico/plugin-flows-common';
import type { HcpInstance } from '../config/readTerraformConfig';
import { RunReporter } from '../report/RunReporter';
import type {
  ApplyRequest,
  ApplyResult,
  ExecutorContext,
  TerraformExecutor,
} from '../TerraformExecutor';
import { ensureRun, FAILED } from './ensureRun';
import { ensureWorkspace, findWorkspace, taskTag } from './ensureWorkspace';
import { followApply, followPlan, readRun } from './followRun';
import { HcpClient } from './HcpClient';
import { HcpError } from './HcpError';
import type { Resource, RunAttributes } from './jsonApi';
import { readChanges, readCost, readOutputs } from './readResults';
import { setVariables } from './setVariables';

/** Runs Terraform in HCP Terraform or Terraform Enterprise. */
export class HcpExecutor implements TerraformExecutor {
  readonly #instances: HcpInstance[];
  readonly #pollMs: number;
  readonly #firstDelayMs?: number;

  /**
   * @param options.pollMs how often a run is looked at
   * @param options.firstDelayMs wait before the first retry, doubled for each further one
   */
  constructor(options: {
    instances: HcpInstance[];
    pollMs?: number;
    firstDelayMs?: number;
  }) {
    this.#instances = options.instances;
    this.#pollMs = options.pollMs ?? 1000;
    this.#firstDelayMs = options.firstDelayMs;
  }

  async explain(
    request: ApplyRequest,
    context: ExecutorContext,
  ): Promise<void> {
    const client = this.#client(request, context);
    const { name, organization } = client.instance;
    const found = await findWorkspace(client, request.workspace);
    const sensitive = request.variables.filter(
      variable => variable.sensitive,
    ).length;
    context.logger.info(
      `Would ${found ? 'use' : 'create'} the workspace ${
        request.workspace
      } of ${organization} in '${name}'`,
    );
    context.logger.info(
      `Would set ${
        request.variables.length
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
    const client = this.#client(request, context);
    const { instance } = client;
    const target = `${instance.name}.${instance.organization}.${request.workspace}`;
    const workspaceUrl = `${instance.baseUrl}/app/${encodeURIComponent(
      instance.organization,
    )}/workspaces/${encodeURIComponent(request.workspace)}`;

    logger.info(flowLog.section('Plan'));
    const workspace = await context.checkpoint({
      key: `terraform.workspace.${target}`,
      fn: () => ensureWorkspace(client, request),
    });
    logger.info(
      workspace.created
        ? `Workspace ${request.workspace}: not there, created (tagged ${taskTag(
            request.taskId,
          )})`
        : `Workspace ${request.workspace}: there, and used`,
    );
    logger.info(
      flowLog.ledger({
        outcome: workspace.created ? 'made' : 'kept',
        kind: 'Workspace',
        name: request.workspace,
        url: workspaceUrl,
        ifItFails: workspace.created ? 'stays' : 'left alone',
      }),
    );
    await setVariables(client, workspace.id, request.variables);
    const sensitive = request.variables.filter(
      variable => variable.sensitive,
    ).length;
    if (request.variables.length > 0)
      logger.info(
        `${request.variables.length} variables set, ${sensitive} of them sensitive`,
      );

    const { id: runId } = await this.#ensureRun(
      client,
      request,
      context,
      workspace.id,
      target,
    );
    const runUrl = `${workspaceUrl}/runs/${runId}`;
    logger.info(
      flowLog.ledger({
        outcome: 'made',
        kind: 'Terraform run',
        name: runId,
        url: runUrl,
        ifItFails: 'stays in the workspace',
      }),
    );
    const reporter = new RunReporter({ logger, redactor });
    try {
      const following = {
        client,
        runId,
        reporter,
        pollMs: this.#pollMs,
        signal,
      };
      const planned = await followPlan(following);
      this.#checkEnd(planned, 'plan', reporter, runUrl);
      reporter.tellPlan();
      const changes = await readChanges(client, runId);
      const monthlyCost = await readCost(client, planned);
      if (monthlyCost) {
        const { before, after, currency } = monthlyCost;
        logger.info(
          `Cost estimate ${after.toFixed(
            2,
          )} ${currency} a month, ${before.toFixed(2)} before`,
        );
      }
      const result = {
        runId,
        runUrl,
        workspaceUrl,
        created: workspace.created,
        changes,
        monthlyCost,
      };
      const ended = ['planned_and_finished', 'planned_and_saved'].includes(
        planned.attributes.status,
      );
      if (!ended) {
        logger.info(flowLog.section('Apply'));
        await this.#confirm(client, planned, request, context);
        this.#checkEnd(await followApply(following), 'apply', reporter, runUrl);
        logger.info(`Applied ${runId}`);
      }
      reporter.tellEnd({ planOnly: request.planOnly, monthlyCost });
      const values = await readOutputs(client, workspace.id, redactor);
      return { ...result, ...values };
    } catch (error) {
      if (signal.aborted) await this.#cancel(client, runId, context);
      throw error;
    }
  }

  #client(
    request: ApplyRequest,
    { logger, signal }: ExecutorContext,
  ): HcpClient {
    const names = this.#instances.map(({ name }) => `'${name}'`).join(', ');
    const instance = request.instance
      ? this.#instances.find(({ name }) => name === request.instance)
      : this.#instances[0];
    if (!instance) {
      throw new InputError(
        names
          ? `There is no HCP Terraform instance '${request.instance}' in terraform.hcp; there is ${names}.`
          : `The executor 'hcp' needs an instance of HCP Terraform: add one to terraform.hcp in the portal's configuration, or use executor 'cli'.`,
      );
    }
    return new HcpClient({
      instance,
      logger,
      signal,
      firstDelayMs: this.#firstDelayMs,
    });
  }

  /** A run that a checkpoint remembers but that failed belongs to an earlier attempt at this step. */
  async #ensureRun(
    client: HcpClient,
    request: ApplyRequest,
    context: ExecutorContext,
    workspaceId: string,
    target: string,
  ): Promise<{ id: string }> {
    for (let attempt = 1; ; attempt += 1) {
      let isNew = false;
      const run = await context.checkpoint({
        key: `terraform.run.${target}.${attempt}`,
        fn: () => {
          isNew = true;
          return ensureRun({
            client,
            request,
            workspaceId,
            logger: context.logger,
            pollMs: this.#pollMs,
            signal: context.signal,
          });
        },
      });
      if (isNew) return run;
      const { attributes } = await readRun(client, run.id);
      if (!FAILED.includes(attributes.status)) {
        context.logger.info(
          `Task taken up again; run ${run.id} found, not created a second time`,
        );
        return run;
      }
    }
  }

  async #confirm(
    client: HcpClient,
    run: Resource<RunAttributes>,
    request: ApplyRequest,
    { logger }: ExecutorContext,
  ): Promise<void> {
    if (!run.attributes.actions['is-confirmable']) return;
    if (!request.confirm) {
      logger.info(
        `Run ${run.id} waits until somebody confirms or discards it in HCP Terraform`,
      );
      return;
    }
    try {
      await client.post(
        `/runs/${run.id}/actions/apply`,
        { comment: `Confirmed by Portico, task ${request.taskId}` },
        { repeatable: true },
      );
      logger.info(`Confirmed ${run.id}`);
    } catch (error) {
      // 409: an earlier try, of which the answer was lost, has confirmed it, or a person has.
      if (!(error instanceof HcpError) || error.status !== 409) throw error;
    }
  }

  #checkEnd(
    { id, attributes: { status } }: Resource<RunAttributes>,
    phase: 'plan' | 'apply',
    reporter: RunReporter,
    runUrl: string,
  ): void {
    if (!FAILED.includes(status)) return;
    if (status === 'errored') {
      const reasons =
        reporter.errors.length > 0
          ? reporter.errors.join('; ')
          : 'its log gives no reason';
      throw new InputError(
        `Terraform could not ${phase} the configuration (run ${id}): ${reasons}. See ${runUrl}`,
      );
    }
    throw new ConflictError(
      `Run ${id} was ${status.replace(
        '_',
        '-',
      )} in HCP Terraform; nothing more was applied. See ${runUrl}`,
    );
  }

  /** Ends upstream what nobody waits for any more. */
  async #cancel(
    client: HcpClient,
    runId: string,
    { logger }: ExecutorContext,
  ): Promise<void> {
    const signal = AbortSignal.timeout(20_000);
    try {
      const { attributes } = await readRun(client, runId, signal);
      let action: 'cancel' | 'discard' | undefined;
      if (attributes.actions['is-cancelable']) action = 'cancel';
      else if (attributes.actions['is-discardable']) action = 'discard';
      if (!action) return;
      await client.post(
        `/runs/${runId}/actions/${action}`,
        { comment: 'The task was cancelled or took too long' },
        { repeatable: true, signal },
      );
      logger.warn(
        `Run ${runId} ${
          action === 'cancel' ? 'cancelled' : 'discarded'
        } in HCP Terraform`,
      );
    } catch (error) {
      logger.error(
        `Run ${runId} could not be cancelled in HCP Terraform: ${stringifyError(
          error,
        )}. Cancel it there.`,
      );
    }
  }
}
