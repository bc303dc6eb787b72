import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  approvalRequestPermission,
  type Approval,
} from '@portico/plugin-approvals-common';
import type {
  ApprovalRequest,
  ApprovalsClient,
} from '@portico/plugin-approvals-node';
import {
  guardedStep,
  isTakenOver,
  type FlowLedger,
  type StepGuard,
} from '@portico/plugin-flows-node';
import { APPROVAL_REMOVER } from '../remover/approvalRemover';
import { examples } from './approvalRequest.examples';
import {
  approvalRequestInput,
  approvalRequestOutput,
} from './approvalRequest.schema';
import { conclude } from './conclude';
import { explainPreview } from './explainPreview';
import { ProgressLog } from './ProgressLog';
import { readChange } from './readChange';

/** `approval:request`: asks the people that the rules name, and goes on once all of them have agreed. */
export function createApprovalRequestAction(options: {
  approvals: ApprovalsClient;
  guard: StepGuard;
  ledger: FlowLedger;
  /** Where people open Portico. */
  portalUrl: string;
}) {
  const { approvals, guard, ledger, portalUrl } = options;
  return createTemplateAction({
    id: 'approval:request',
    description:
      'Asks those whom the rules name whether exactly this may be done, waits for them, and fails if one refuses or nobody answers in time.',
    examples,
    supportsDryRun: true,
    schema: { input: approvalRequestInput, output: approvalRequestOutput },
    async handler(ctx) {
      const { logger, signal, task } = ctx;
      const { title, change, fingerprint, ...input } = ctx.input;
      const requestedBy = ctx.user?.ref;
      if (!requestedBy) {
        throw new InputError(
          'approval:request has to know who asks, so that nobody approves what he asked for himself. Start the flow as a person.',
        );
      }
      const request: ApprovalRequest = {
        ...input,
        title,
        taskId: task.id,
        stepId: ctx.step?.id ?? 'approval',
        requestedBy,
        templateRef: ctx.templateInfo?.entityRef,
        templateTitle: ctx.templateInfo?.entity?.metadata.title,
        change: readChange(change, {
          environment: input.environment,
          fingerprint,
        }),
      };
      const pass = (because: string) => {
        logger.info(`Nobody has to be asked: ${because}`);
        ctx.output('needed', false);
        ctx.output('state', 'not-needed');
        ctx.output('approvedBy', []);
      };

      const asked = await guardedStep({
        guard,
        ctx,
        permission: approvalRequestPermission,
        eventId: 'approval-request',
        target: { name: `approval '${title}'` },
        work: async () => {
          const preview = await approvals.preview(request);
          if (!preview.needed || ctx.isDryRun) {
            explainPreview(preview, logger);
            pass(preview.needed ? 'this is a dry run' : preview.because);
            return undefined;
          }
          const { outcome } = await ledger.ensure(
            ctx,
            {
              kind: 'Approval',
              name: title,
              ifItFails: 'withdrawn',
              remover: { id: APPROVAL_REMOVER, params: {} },
            },
            async () => {
              const answer = await approvals.request(request);
              return answer.needed
                ? {
                    outcome: answer,
                    created: true, // what was adopted was asked by this very task
                    url: pageOf(answer.approval.id),
                  }
                : { outcome: answer, created: false };
            },
          );
          if (!outcome.needed) pass(outcome.because);
          return outcome.needed ? outcome : undefined;
        },
      });
      if (!asked) return;

      const { id } = asked.approval;
      logger.info(
        `${asked.adopted ? 'Had asked already' : 'Asked'}: ${pageOf(id)}`,
      );
      const progress = new ProgressLog(logger);
      try {
        const approval = await approvals.wait(id, {
          signal,
          onUpdate: update => progress.tell(update),
        });
        conclude(approval);
        const wanted = request.change;
        // A plan can still go stale: whoever applies it uses the approval, right before.
        give(
          wanted.plan
            ? approval
            : await approvals.markUsed(id, {
                taskId: task.id,
                fingerprint: wanted.fingerprint,
              }),
        );
      } catch (error) {
        if (!isTakenOver(signal)) {
          await withdraw(request, signal?.aborted, logger);
        }
        throw error;
      }

      function give({ decisions }: Approval) {
        const comment = decisions.at(-1)?.comment;
        ctx.output('needed', true);
        ctx.output('state', 'approved');
        ctx.output('approvalId', id);
        ctx.output('url', pageOf(id));
        ctx.output(
          'approvedBy',
          decisions.map(({ person }) => person),
        );
        if (comment) ctx.output('comment', comment);
      }
    },
  });

  async function withdraw(
    { taskId, stepId }: ApprovalRequest,
    cancelled: boolean | undefined,
    logger: Pick<LoggerService, 'warn'>,
  ): Promise<void> {
    try {
      await approvals.withdraw(
        { taskId, stepId },
        {
          because: cancelled ? 'its task was cancelled' : 'its task has failed',
        },
      );
    } catch (error) {
      logger.warn(
        `The approval could not be withdrawn now, the clean-up does it: ${
          (error as Error).message
        }`,
      );
    }
  }

  function pageOf(approvalId: string): string {
    return `${portalUrl}/approvals/${approvalId}`;
  }
}
