import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { grafanaWritePermission } from '@portico/plugin-flows-common';
import {
  guardedStep,
  type FlowLedger,
  type StepGuard,
} from '@portico/plugin-flows-node';
import type { GrafanaInstances } from '@portico/plugin-grafana-node';
import { dashboardUid } from '../dashboard/dashboardUid';
import { refuseForeign } from '../dashboard/ensureDashboard';
import { orUndefined } from '../orUndefined';
import { dashboardInput, UNCONFIGURED } from './dashboardInput';
import { deleteDashboardExamples } from './examples';

/** `grafana:dashboard:delete`: deletes the dashboard that Portico made for an entity. Those that people made stay. */
export function createDeleteDashboardAction(options: {
  instances: GrafanaInstances;
  guard: StepGuard;
  ledger: FlowLedger;
}) {
  const { instances, guard, ledger } = options;
  return createTemplateAction({
    id: 'grafana:dashboard:delete',
    description:
      'Deletes the Grafana dashboard that grafana:dashboard:ensure made for an entity. Where there is none, or no Grafana is configured, there is nothing to do.',
    examples: deleteDashboardExamples,
    supportsDryRun: true,
    schema: {
      input: dashboardInput,
      output: {
        deleted: z =>
          z.boolean().describe('False: there was none before this step'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { entityRef, owner } = input;
      if (instances.list().length === 0 && !input.instance) {
        logger.info(`${UNCONFIGURED}: there is no dashboard to delete`);
        ctx.output('deleted', false);
        return;
      }
      const client = instances.client(input.instance);
      const uid = dashboardUid(entityRef);
      await guardedStep({
        guard,
        ctx,
        permission: grafanaWritePermission,
        eventId: 'grafana-dashboard-delete',
        target: {
          name: `Grafana dashboard ${uid}`,
          instance: client.instance.name,
          entityRef,
          owner,
        },
        work: async () => {
          const found = await orUndefined(client.dashboard(uid, { signal }));
          if (!found) {
            logger.info(
              `Portico's dashboard of ${entityRef} is not in Grafana '${client.instance.name}'; nothing to delete`,
            );
            ctx.output('deleted', false);
            return;
          }
          refuseForeign(client, found, { taskId: ctx.task.id, entityRef });
          const name = String(found.spec.title);
          if (ctx.isDryRun) {
            logger.info(`Dry run: dashboard ${name} would be deleted`);
            ctx.output('deleted', false);
            return;
          }
          await orUndefined(client.content.deleteDashboard(uid, { signal }));
          await ledger.note(ctx, 'removed', {
            kind: 'Grafana dashboard',
            name,
            url: client.pageUrl(found.meta.url),
            ifItFails: 'cannot come back',
          });
          logger.info(`Dashboard ${name} is gone`);
          ctx.output('deleted', true);
        },
      });
    },
  });
}
