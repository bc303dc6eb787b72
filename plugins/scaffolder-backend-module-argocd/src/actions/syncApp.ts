import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ArgocdInstances } from '@portico/plugin-argocd-node';
import { argocdWritePermission } from '@portico/plugin-flows-common';
import {
  guardedStep,
  type FlowLedger,
  type StepGuard,
} from '@portico/plugin-flows-node';
import { refuseOther } from '../application/refuseOther';
import {
  isBusy,
  operationId,
  PATIENCE,
  waitForRollout,
  type Patience,
} from '../rollout/waitForRollout';
import { appInput } from './appInput';
import { syncAppExamples } from './dayTwo.examples';
import { waitForRevision } from './waitForRevision';

const DEFAULT_TIMEOUT_MINUTES = 10;

/** `argocd:sync-app`: brings an application to what git says, and waits until it is Synced and Healthy. */
export function createArgocdSyncAppAction(options: {
  instances: ArgocdInstances;
  guard: StepGuard;
  ledger: FlowLedger;
  patience?: Patience;
}) {
  const { instances, guard, ledger, patience = PATIENCE } = options;
  return createTemplateAction({
    id: 'argocd:sync-app',
    description:
      'Syncs an Argo CD application and waits until it is Synced and Healthy.',
    examples: syncAppExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...appInput,
        revision: z =>
          z
            .string()
            .describe(
              'Commit that has to be deployed, or a later one of the same branch that Argo CD has seen by then; what the application points at if absent',
            )
            .optional(),
        prune: z =>
          z.boolean().describe('Deletes what git no longer has').optional(),
        dryRun: z =>
          z
            .boolean()
            .describe('Lets Argo CD try the sync without changing anything')
            .optional(),
        wait: z =>
          z
            .boolean()
            .describe('Waits until it is Synced and Healthy; true if absent')
            .optional(),
        timeoutMinutes: z => z.number().positive().optional(),
      },
      output: {
        applicationName: z => z.string(),
        applicationUrl: z => z.string().describe('Its page in Argo CD'),
        syncStatus: z => z.string().describe('e.g. Synced'),
        healthStatus: z => z.string().describe('e.g. Healthy'),
        revision: z => z.string().describe('Commit that is deployed'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { name, entityRef, owner, revision, prune = false } = input;
      const { wait = true, timeoutMinutes = DEFAULT_TIMEOUT_MINUTES } = input;
      const dryRun = ctx.isDryRun || input.dryRun === true;
      const client = instances.client(input.instance, {
        onRetry: retry => logger.warn(retry.message),
      });
      await guardedStep({
        guard,
        ctx,
        permission: argocdWritePermission,
        eventId: 'argocd-sync-app',
        target: {
          name: `Argo CD application ${name}`,
          instance: client.instance.name,
          entityRef,
          owner,
        },
        work: async () => {
          const timeoutMs = timeoutMinutes * 60_000;
          const found = await client.get(name, { refresh: 'normal', signal });
          refuseOther(client, found, { taskId: ctx.task.id, entityRef });
          const url = client.pageUrl(found);
          ctx.output('applicationName', name);
          ctx.output('applicationUrl', url);
          if (ctx.isDryRun) {
            logger.info(`Dry run: application ${name} would be synced`);
            return;
          }
          const seen = revision
            ? await waitForRevision({
                client,
                name,
                revision,
                timeoutMs,
                pollMs: patience.pollMs,
                logger,
                signal,
              })
            : found;
          const isDone = seen.status?.sync?.status === 'Synced';
          const since = isBusy(seen) ? undefined : operationId(seen);
          if (!isDone || dryRun) {
            await client.sync(name, { prune, dryRun }, { signal });
            logger.info(
              `Asked Argo CD to sync ${name}${dryRun ? ' (dry run)' : ''}`,
            );
          }
          const { status } =
            wait && !dryRun
              ? await waitForRollout({
                  client,
                  name,
                  since: isDone ? undefined : since,
                  timeoutMs,
                  patience,
                  logger,
                  signal,
                })
              : await client.get(name, { signal });
          if (!dryRun) {
            await ledger.note(ctx, 'changed', {
              kind: 'Argo CD application',
              name,
              url,
              ifItFails: 'stays as it is deployed',
            });
          }
          ctx.output('syncStatus', status?.sync?.status ?? 'Unknown');
          ctx.output('healthStatus', status?.health?.status ?? 'Unknown');
          ctx.output('revision', status?.sync?.revision ?? '');
        },
      });
    },
  });
}
