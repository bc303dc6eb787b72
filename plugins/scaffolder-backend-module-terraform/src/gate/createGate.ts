import { InputError } from '@backstage/errors';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { ApprovalsClient } from '@portico/plugin-approvals-node';
import type { ApplyRequest, ExecutorContext } from '../TerraformExecutor';
import { ApprovalGate } from './ApprovalGate';

/**
 * The gate of a step that is to ask before it applies.
 *
 * @throws InputError if it does not say what for
 */
export function createGate(options: {
  approvals: ApprovalsClient;
  ctx: Pick<
    ActionContext<JsonObject>,
    'task' | 'step' | 'user' | 'templateInfo'
  >;
  request: Pick<ApplyRequest, 'workspace' | 'entityRef' | 'environment'>;
  owner?: string;
  reason?: string;
  approvalId?: string;
  context: Pick<ExecutorContext, 'logger' | 'signal'>;
}): ApprovalGate {
  const { approvals, ctx, request, owner, approvalId, context } = options;
  const { workspace, entityRef, environment } = request;
  const requestedBy = ctx.user?.ref;
  if (!entityRef || !environment || !requestedBy) {
    throw new InputError(
      "A step that asks for approval needs 'entityRef' (what is changed), 'environmentName' or the variable 'environment' (where), and a person who started the task.",
    );
  }
  const { entityRef: templateRef, entity } = ctx.templateInfo ?? {};
  const title = `Apply Terraform to ${workspace}`;
  return new ApprovalGate({
    approvals,
    approvalId,
    ...context,
    question: {
      taskId: ctx.task.id,
      stepId: ctx.step?.id ?? 'terraform',
      requestedBy,
      templateRef,
      templateTitle: entity?.metadata.title,
      title,
      reason: options.reason ?? title,
      entityRef,
      owner,
      environment,
    },
  });
}
