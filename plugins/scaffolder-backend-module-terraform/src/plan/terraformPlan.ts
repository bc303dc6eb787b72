import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { terraformApplyPermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { readRequest } from '../actions/readRequest';
import { runInTime } from '../actions/runInTime';
import type { StepOptions } from '../actions/StepOptions';
import { isDestructive } from './describePlan';
import { examples } from './terraformPlan.examples';
import { terraformPlanInput, terraformPlanOutput } from './terraformPlan.input';

const DEFAULT_TIMEOUT_MINUTES = 60;

/** `terraform:plan`: says what a configuration would change and cost, and changes nothing. */
export function createTerraformPlanAction(options: StepOptions) {
  const { executors, defaultExecutor, guard, ledger, costs } = options;
  return createTemplateAction({
    id: 'terraform:plan',
    description:
      'Plans a Terraform configuration and says what would change and what it costs, for people to decide on. Keeps the plan, so that terraform:apply can apply exactly that.',
    examples,
    supportsDryRun: true,
    schema: { input: terraformPlanInput, output: terraformPlanOutput },
    async handler(ctx) {
      const { keep = false, ...input } = ctx.input;
      const { executor: wanted = defaultExecutor } = input;
      const { timeoutMinutes = DEFAULT_TIMEOUT_MINUTES } = input;
      const executor = executors[wanted];
      const request = await readRequest(
        { ...input, planOnly: !keep },
        {
          workspacePath: ctx.workspacePath,
          taskId: ctx.task.id,
          stepId: ctx.step?.id ?? 'terraform-plan',
        },
      );
      const { workspace, variables } = request;
      await guardedStep({
        guard,
        ctx,
        permission: terraformApplyPermission,
        eventId: 'terraform-plan',
        target: {
          name: `Terraform workspace ${workspace}`,
          executor: wanted,
          entityRef: input.entityRef,
          owner: input.owner,
        },
        work: () =>
          runInTime({
            ctx,
            ledger,
            costs,
            workspace,
            variables,
            timeoutMinutes,
            work: async context => {
              if (ctx.isDryRun) {
                await executor.explain({ ...request, planOnly: true }, context);
                return;
              }
              const result = await executor.plan(request, context);
              const { change, runId, runUrl, workspaceUrl } = result;
              const { add, change: changed, destroy } = result.changes;
              ctx.output('change', { ...change });
              ctx.output('fingerprint', change.fingerprint);
              ctx.output('changes', { ...result.changes });
              ctx.output('hasChanges', add + changed + destroy > 0);
              ctx.output('destructive', isDestructive(change));
              if (change.cost) {
                const { monthlyBefore, monthlyAfter, currency } = change.cost;
                ctx.output('monthlyCost', {
                  before: Number(monthlyBefore),
                  after: Number(monthlyAfter),
                  currency,
                });
              }
              if (runId) ctx.output('runId', runId);
              if (runUrl) ctx.output('runUrl', runUrl);
              if (workspaceUrl) ctx.output('workspaceUrl', workspaceUrl);
            },
          }),
      });
    },
  });
}
