import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { terraformApplyPermission } from '@portico/plugin-flows-common';
import { guardedStep, isTakenOver } from '@portico/plugin-flows-node';
import { createGate } from '../gate/createGate';
import { readRequest } from './readRequest';
import { runInTime } from './runInTime';
import type { StepOptions } from './StepOptions';
import { examples } from './terraformApply.examples';
import {
  approvedPlanInput,
  terraformApplyInput,
  terraformApplyOutput,
} from './terraformApply.input';

const DEFAULT_TIMEOUT_MINUTES = 60;
/** A step that asks people waits for them; `approvals.expiresInHours` ends that first. */
const ASKING_TIMEOUT_MINUTES = 14 * 24 * 60;

/**
 * `terraform:apply`: plans a configuration of the task's workspace and applies exactly that plan,
 * in HCP Terraform or with the program on the portal's server. Asks people in between if it is to.
 */
export function createTerraformApplyAction(options: StepOptions) {
  const { executors, defaultExecutor, guard, ledger, approvals, costs } =
    options;
  return createTemplateAction({
    id: 'terraform:apply',
    description:
      'Plans a Terraform configuration, shows what changes and what it costs, applies that plan and gives its outputs.',
    examples,
    supportsDryRun: true,
    schema: {
      input: { ...terraformApplyInput, ...approvedPlanInput },
      output: terraformApplyOutput,
    },
    async handler(ctx) {
      const { input } = ctx;
      const { executor: wanted = defaultExecutor, approvalId } = input;
      const asks = input.approval === true || approvalId !== undefined;
      const executor = executors[wanted];
      const request = await readRequest(input, {
        workspacePath: ctx.workspacePath,
        taskId: ctx.task.id,
        stepId: ctx.step?.id ?? 'terraform',
      });
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
        work: () =>
          runInTime({
            ctx,
            ledger,
            costs,
            workspace: request.workspace,
            variables: request.variables,
            timeoutMinutes:
              input.timeoutMinutes ??
              (asks ? ASKING_TIMEOUT_MINUTES : DEFAULT_TIMEOUT_MINUTES),
            work: async context => {
              if (ctx.isDryRun) {
                await executor.explain(request, context);
                ctx.output('created', false);
                ctx.output('changes', { add: 0, change: 0, destroy: 0 });
                ctx.output('outputs', {});
                ctx.output('sensitiveOutputs', []);
                return;
              }
              const { owner, reason } = input;
              const gate = asks
                ? createGate({
                    approvals,
                    ctx,
                    request,
                    owner,
                    reason,
                    approvalId,
                    context,
                  })
                : undefined;
              try {
                const result = await executor.apply(request, {
                  ...context,
                  gate,
                });
                const { runId, runUrl, workspaceUrl, monthlyCost } = result;
                ctx.output('created', result.created);
                ctx.output('changes', { ...result.changes });
                ctx.output('outputs', result.outputs);
                ctx.output('sensitiveOutputs', result.sensitiveOutputs);
                if (runId) ctx.output('runId', runId);
                if (runUrl) ctx.output('runUrl', runUrl);
                if (workspaceUrl) ctx.output('workspaceUrl', workspaceUrl);
                if (monthlyCost) ctx.output('monthlyCost', monthlyCost);
                if (gate?.approval) ctx.output('approvalId', gate.approval.id);
              } catch (error) {
                const { signal } = context;
                if (signal.aborted && !isTakenOver(signal)) {
                  await gate?.withdraw('the task was cancelled');
                }
                throw error;
              }
            },
          }),
      });
    },
  });
}
