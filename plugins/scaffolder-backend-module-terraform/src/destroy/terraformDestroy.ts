import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  terraformApplyPermission,
  terraformDestroyPermission,
} from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import {
  checkWorkspace,
  findDirectory,
  readVariables,
} from '../actions/readRequest';
import { runInTime } from '../actions/runInTime';
import type { StepOptions } from '../actions/StepOptions';
import type { DestroyRequest } from '../TerraformExecutor';
import { checkRemovalApproval } from './checkRemovalApproval';
import { examples } from './terraformDestroy.examples';
import {
  terraformDestroyInput,
  terraformDestroyOutput,
} from './terraformDestroy.input';

const DEFAULT_TIMEOUT_MINUTES = 60;

/** `terraform:destroy`: destroys all that a workspace manages, and deletes the workspace if it is to. */
export function createTerraformDestroyAction(
  options: StepOptions & {
    /** Groups whose agreement lets somebody destroy who may not do so alone. */
    destroyApprovers: string[];
  },
) {
  const { executors, defaultExecutor, guard, ledger } = options;
  return createTemplateAction({
    id: 'terraform:destroy',
    description:
      'Destroys all that the Terraform workspace of an entity manages, waits until it is gone, and deletes the workspace if it is to.',
    examples,
    supportsDryRun: true,
    schema: { input: terraformDestroyInput, output: terraformDestroyOutput },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { executor: wanted = defaultExecutor, workspace } = input;
      const { approvalId, entityRef, directory } = input;
      checkWorkspace(workspace);
      const variables = readVariables(input);
      const request: DestroyRequest = {
        workspace,
        entityRef,
        variables,
        instance: input.instance,
        directory: directory && (await findDirectory(workspacePath, directory)),
        deleteWorkspace: input.deleteWorkspace ?? false,
        confirm: true,
        tags: [],
        taskId: ctx.task.id,
        stepId: ctx.step?.id ?? 'terraform-destroy',
      };
      await guardedStep({
        guard,
        ctx,
        permission: approvalId
          ? terraformApplyPermission
          : terraformDestroyPermission,
        eventId: 'terraform-destroy',
        target: {
          name: `Terraform workspace ${workspace}`,
          executor: wanted,
          entityRef,
          ...(approvalId ? { approvalId } : {}),
        },
        work: async () => {
          if (approvalId) {
            await checkRemovalApproval({
              ...options,
              approvalId,
              entityRef,
              taskId: ctx.task.id,
            });
          }
          if (ctx.isDryRun) {
            ctx.logger.info(
              `Dry run: all that workspace ${workspace} manages would be destroyed`,
            );
            ctx.output('destroyed', 0);
            ctx.output('workspaceDeleted', false);
            return;
          }
          const result = await runInTime({
            ctx,
            ledger,
            workspace,
            variables,
            timeoutMinutes: input.timeoutMinutes ?? DEFAULT_TIMEOUT_MINUTES,
            work: context => executors[wanted].destroy(request, context),
          });
          const { runId, runUrl, workspaceUrl } = result;
          ctx.output('destroyed', result.destroyed);
          ctx.output('workspaceDeleted', result.workspaceDeleted);
          if (runId) ctx.output('runId', runId);
          if (runUrl) ctx.output('runUrl', runUrl);
          if (workspaceUrl) ctx.output('workspaceUrl', workspaceUrl);
        },
      });
    },
  });
}
