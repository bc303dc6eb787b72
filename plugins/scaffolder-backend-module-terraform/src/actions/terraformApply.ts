import { ServiceUnavailableError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { terraformApplyPermission } from '@portico/plugin-flows-common';
import {
  guardedStep,
  type FlowLedger,
  type StepGuard,
} from '@portico/plugin-flows-node';
import { Redactor } from '../report/Redactor';
import type { ExecutorContext, TerraformExecutor } from '../TerraformExecutor';
import { readRequest } from './readRequest';
import { examples } from './terraformApply.examples';
import {
  terraformApplyInput,
  terraformApplyOutput,
} from './terraformApply.input';

const DEFAULT_TIMEOUT_MINUTES = 60;

/**
 * `terraform:apply`: plans a configuration of the task's workspace and applies exactly that plan,
 * in HCP Terraform or with the program on the portal's server.
 */
export function createTerraformApplyAction(options: {
  executors: Record<'hcp' | 'cli', TerraformExecutor>;
  defaultExecutor: 'hcp' | 'cli';
  guard: StepGuard;
  ledger: FlowLedger;
}) {
  const { executors, defaultExecutor, guard, ledger } = options;
  return createTemplateAction({
    id: 'terraform:apply',
    description:
      'Plans a Terraform configuration, shows what changes and what it costs, applies that plan and gives its outputs.',
    examples,
    supportsDryRun: true,
    schema: { input: terraformApplyInput, output: terraformApplyOutput },
    async handler(ctx) {
      const { input, logger } = ctx;
      const {
        executor: wanted = defaultExecutor,
        timeoutMinutes = DEFAULT_TIMEOUT_MINUTES,
      } = input;
      const executor = executors[wanted];
      const request = await readRequest(input, {
        workspacePath: ctx.workspacePath,
        taskId: ctx.task.id,
        stepId: ctx.step?.id ?? 'terraform',
      });
      const timeout = AbortSignal.timeout(timeoutMinutes * 60_000);
      const context: ExecutorContext = {
        logger,
        signal: ctx.signal ? AbortSignal.any([ctx.signal, timeout]) : timeout,
        redactor: new Redactor(
          request.variables.filter(v => v.sensitive).map(v => String(v.value)),
        ),
        ledger: {
          ensure: (thing, work) => ledger.ensure(ctx, thing, work),
          note: (outcome, thing) => ledger.note(ctx, outcome, thing),
        },
        checkpoint: checkpoint => ctx.checkpoint(checkpoint),
        createTemporaryDirectory: () => ctx.createTemporaryDirectory(),
      };
      await guardedStep({
        guard,
        ctx,
        permission: terraformApplyPermission,
        eventId: 'terraform-apply',
        target: {
          name: `Terraform workspace ${request.workspace}`,
          executor: wanted,
          entityRef: input.entityRef,
          owner: input.owner,
        },
        work: async () => {
          if (ctx.isDryRun) {
            await executor.explain(request, context);
            ctx.output('created', false);
            ctx.output('changes', { add: 0, change: 0, destroy: 0 });
            ctx.output('outputs', {});
            ctx.output('sensitiveOutputs', []);
            return;
          }
          try {
            const result = await executor.apply(request, context);
            const { runId, runUrl, workspaceUrl, monthlyCost } = result;
            ctx.output('created', result.created);
            ctx.output('changes', { ...result.changes });
            ctx.output('outputs', result.outputs);
            ctx.output('sensitiveOutputs', result.sensitiveOutputs);
            if (runId) ctx.output('runId', runId);
            if (runUrl) ctx.output('runUrl', runUrl);
            if (workspaceUrl) ctx.output('workspaceUrl', workspaceUrl);
            if (monthlyCost) ctx.output('monthlyCost', monthlyCost);
          } catch (error) {
            if (!timeout.aborted || ctx.signal?.aborted) throw error;
            throw new ServiceUnavailableError(
              `Terraform did not finish workspace ${request.workspace} within ${timeoutMinutes} minutes, and was stopped. Run the step again, or raise timeoutMinutes.`,
              error as Error,
            );
          }
        },
      });
    },
  });
}
