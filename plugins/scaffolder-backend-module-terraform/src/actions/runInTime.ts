import { ServiceUnavailableError } from '@backstage/errors';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { FlowLedger } from '@portico/plugin-flows-node';
import type { PlanCosts } from '../cost/PriceListCosts';
import { Redactor } from '../report/Redactor';
import type { ExecutorContext, TerraformVariable } from '../TerraformExecutor';

/** The part of an action's context that its work needs. */
export type StepContext = Pick<
  ActionContext<JsonObject>,
  | 'checkpoint'
  | 'createTemporaryDirectory'
  | 'isDryRun'
  | 'logger'
  | 'signal'
  | 'step'
  | 'task'
>;

/**
 * Runs Terraform's part of a step, with what it is given beside its request.
 *
 * @throws ServiceUnavailableError if it takes longer than `timeoutMinutes`
 */
export async function runInTime<T>(options: {
  ctx: StepContext;
  ledger: FlowLedger;
  costs?: PlanCosts;
  workspace: string;
  variables: TerraformVariable[];
  timeoutMinutes: number;
  work: (context: ExecutorContext) => Promise<T>;
}): Promise<T> {
  const { ctx, ledger, workspace, variables, timeoutMinutes, work } = options;
  const timeout = AbortSignal.timeout(timeoutMinutes * 60_000);
  const secrets = variables.filter(({ sensitive }) => sensitive);
  try {
    return await work({
      logger: ctx.logger,
      costs: options.costs,
      signal: ctx.signal ? AbortSignal.any([ctx.signal, timeout]) : timeout,
      redactor: new Redactor(secrets.map(({ value }) => String(value))),
      ledger: {
        ensure: (thing, make) => ledger.ensure(ctx, thing, make),
        note: (outcome, thing) => ledger.note(ctx, outcome, thing),
      },
      checkpoint: checkpoint => ctx.checkpoint(checkpoint),
      createTemporaryDirectory: () => ctx.createTemporaryDirectory(),
    });
  } catch (error) {
    if (!timeout.aborted || ctx.signal?.aborted) throw error;
    throw new ServiceUnavailableError(
      `Terraform did not finish workspace ${workspace} within ${timeoutMinutes} minutes, and was stopped. Run the step again, or raise timeoutMinutes.`,
      error as Error,
    );
  }
}
