import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ArgocdInstances } from '@portico/plugin-argocd-node';
import { argocdWritePermission } from '@portico/plugin-flows-common';
import {
  guardedStep,
  type FlowLedger,
  type StepGuard,
} from '@portico/plugin-flows-node';
import { buildApplication } from '../application/buildApplication';
import { refuseForeign } from '../application/ensureApplication';
import type { Namespaces } from '../namespace/Namespaces';
import { PATIENCE, type Patience } from '../rollout/waitForRollout';
import { examples } from './createApp.examples';
import { createAppInput } from './createApp.input';
import { deploy } from './deploy';

/**
 * `argocd:create-app`: makes an Argo CD application or brings the one that this task or entity has
 * to what is wanted, syncs it, and waits until it is Synced and Healthy.
 */
export function createArgocdCreateAppAction(options: {
  instances: ArgocdInstances;
  guard: StepGuard;
  ledger: FlowLedger;
  namespaces: Namespaces;
  patience?: Patience;
}) {
  const { instances, guard, ledger, namespaces, patience = PATIENCE } = options;
  return createTemplateAction({
    id: 'argocd:create-app',
    description:
      'Makes or updates an Argo CD application, syncs it, and waits until it is Synced and Healthy.',
    examples,
    supportsDryRun: true,
    schema: {
      input: createAppInput,
      output: {
        created: z =>
          z.boolean().describe('Whether this task made the application'),
        applicationName: z => z.string(),
        applicationUrl: z => z.string().describe('Its page in Argo CD'),
        syncStatus: z => z.string().describe('e.g. Synced'),
        healthStatus: z => z.string().describe('e.g. Healthy'),
        revision: z => z.string().describe('Commit or version deployed'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const wanted = buildApplication(input);
      const client = instances.client(input.instance, {
        onRetry: retry => logger.warn(retry.message),
      });
      const owner = { taskId: ctx.task.id, entityRef: input.entityRef };
      const { name } = wanted.metadata;

      await guardedStep({
        guard,
        ctx,
        permission: argocdWritePermission,
        eventId: 'argocd-create-app',
        target: {
          name: `Argo CD application ${name}`,
          instance: client.instance.name,
          project: wanted.spec.project,
          entityRef: input.entityRef,
          owner: input.owner,
        },
        work: async () => {
          if (ctx.isDryRun) {
            const { project } = wanted.spec;
            const found = await client.find(name, { project, signal });
            if (found) refuseForeign(client, found, owner);
            logger.info(
              `Dry run: application ${name} would be ${
                found ? 'updated' : 'made'
              } on ${client.instance.name}, project ${wanted.spec.project}`,
            );
            ctx.output('created', !found);
            ctx.output('applicationName', name);
            ctx.output('applicationUrl', client.pageUrl(wanted));
            return;
          }
          const { application, created } = await deploy({
            ctx,
            client,
            wanted,
            owner,
            patience,
            ledger,
            namespaces,
          });
          const { sync, health } = application.status ?? {};
          ctx.output('created', created);
          ctx.output('applicationName', name);
          ctx.output('applicationUrl', client.pageUrl(application));
          ctx.output('syncStatus', sync?.status ?? 'Unknown');
          ctx.output('healthStatus', health?.status ?? 'Unknown');
          ctx.output(
            'revision',
            sync?.revision ?? sync?.revisions?.join(', ') ?? '',
          );
        },
      });
    },
  });
}
