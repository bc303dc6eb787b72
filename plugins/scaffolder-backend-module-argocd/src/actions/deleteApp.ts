import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ArgocdInstances } from '@portico/plugin-argocd-node';
import { argocdWritePermission } from '@portico/plugin-flows-common';
import {
  guardedStep,
  type FlowLedger,
  type StepGuard,
} from '@portico/plugin-flows-node';
import { refuseOther } from '../application/refuseOther';
import { waitUntilGone } from '../removal/applicationRemover';
import { appInput } from './appInput';
import { deleteAppExamples } from './dayTwo.examples';

const POLL_MS = 1_000;
const DEFAULT_TIMEOUT_MINUTES = 10;

/** `argocd:delete-app`: deletes an application with what it has deployed, and waits until all of it is gone. */
export function createArgocdDeleteAppAction(options: {
  instances: ArgocdInstances;
  guard: StepGuard;
  ledger: FlowLedger;
  pollMs?: number;
}) {
  const { instances, guard, ledger, pollMs = POLL_MS } = options;
  return createTemplateAction({
    id: 'argocd:delete-app',
    description:
      'Deletes an Argo CD application of an entity with what it has deployed (its finalizer), and waits until it is gone. Where there is none, there is nothing to do.',
    examples: deleteAppExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...appInput,
        cascade: z =>
          z
            .boolean()
            .describe('Also deletes what it has deployed; true if absent')
            .optional(),
        timeoutMinutes: z => z.number().positive().optional(),
      },
      output: {
        deleted: z =>
          z.boolean().describe('False: it was gone before this step'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { name, entityRef, owner, cascade = true } = input;
      const { timeoutMinutes = DEFAULT_TIMEOUT_MINUTES } = input;
      const client = instances.client(input.instance, {
        onRetry: retry => logger.warn(retry.message),
      });
      await guardedStep({
        guard,
        ctx,
        permission: argocdWritePermission,
        eventId: 'argocd-delete-app',
        target: {
          name: `Argo CD application ${name}`,
          instance: client.instance.name,
          entityRef,
          owner,
        },
        work: async () => {
          const [found] = await client.list({ name, signal });
          if (!found) {
            logger.info(`There is no application ${name}; nothing to delete`);
            ctx.output('deleted', false);
            return;
          }
          refuseOther(client, found, { taskId: ctx.task.id, entityRef });
          if (ctx.isDryRun) {
            logger.info(`Dry run: application ${name} would be deleted`);
            ctx.output('deleted', false);
            return;
          }
          const thing = {
            kind: 'Argo CD application',
            name,
            url: client.pageUrl(found),
          };
          await ledger.note(ctx, 'changed', {
            ...thing,
            ifItFails: 'stays being deleted',
          });
          if (!found.metadata.deletionTimestamp) {
            await client
              .delete(name, { cascade, project: found.spec.project, signal })
              .catch((error: Error) => {
                if (error.name !== 'NotFoundError') throw error;
              });
            logger.info(
              `Asked Argo CD to delete ${name}${
                cascade ? ' with what it has deployed' : ''
              }`,
            );
          }
          await waitUntilGone({
            client,
            name,
            project: found.spec.project,
            patience: { pollMs, goneMs: timeoutMinutes * 60_000 },
            signal: signal ?? new AbortController().signal,
          });
          await ledger.note(ctx, 'removed', {
            ...thing,
            ifItFails: 'cannot come back',
          });
          logger.info(`${name} is gone`);
          ctx.output('deleted', true);
        },
      });
    },
  });
}
