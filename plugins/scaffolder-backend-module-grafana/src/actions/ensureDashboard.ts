import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { grafanaWritePermission } from '@portico/plugin-flows-common';
import {
  guardedStep,
  type FlowLedger,
  type StepGuard,
} from '@portico/plugin-flows-node';
import type { GrafanaInstances } from '@portico/plugin-grafana-node';
import { dashboardRemoval } from '../dashboard/dashboardRemover';
import { dashboardUid, readEntityRef } from '../dashboard/dashboardUid';
import { ensureDashboard, findOwn } from '../dashboard/ensureDashboard';
import { mark } from '../dashboard/ownershipMark';
import { readDashboard } from '../dashboard/readDashboard';
import { ensureFolder, urlOf } from '../folder/ensureFolder';
import { findFolder } from '../folder/findFolder';
import { dashboardInput, UNCONFIGURED } from './dashboardInput';
import { ensureDashboardExamples } from './examples';

/**
 * `grafana:dashboard:ensure`: makes the dashboard of an entity, or brings the one that it has to what is wanted, in the
 * folder of its team.
 */
export function createEnsureDashboardAction(options: {
  instances: GrafanaInstances;
  guard: StepGuard;
  ledger: FlowLedger;
}) {
  const { instances, guard, ledger } = options;
  return createTemplateAction({
    id: 'grafana:dashboard:ensure',
    description:
      'Makes or updates the Grafana dashboard of an entity, in a folder that its team may edit. Does nothing where no Grafana is configured.',
    examples: ensureDashboardExamples,
    supportsDryRun: true,
    schema: {
      input: {
        ...dashboardInput,
        folder: z =>
          z
            .object({
              title: z.string().min(1),
              uid: z
                .string()
                .regex(/^[\w-]{1,40}$/)
                .describe('Made from the title if absent')
                .optional(),
              team: z
                .string()
                .describe(
                  'Team in Grafana that may edit it, if this step makes it; everyone may view it',
                )
                .optional(),
            })
            .strict()
            .describe('Made where there is none of that uid or title'),
        path: z =>
          z
            .string()
            .describe('File of the workspace with the dashboard (classic JSON)')
            .optional(),
        dashboard: z =>
          z
            .custom<JsonObject>()
            .describe('The dashboard itself, instead of path')
            .optional(),
      },
      output: {
        created: z =>
          z.boolean().describe('Whether this task made the dashboard'),
        skipped: z =>
          z.boolean().describe('True: no Grafana is configured, nothing made'),
        uid: z => z.string().optional(),
        url: z => z.string().describe('Its page in Grafana').optional(),
        folderUrl: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { entityRef, folder: folderInput } = input;
      const json = await readDashboard(input, ctx.workspacePath);
      if (instances.list().length === 0 && !input.instance) {
        logger.info(`${UNCONFIGURED}: no dashboard is made`);
        ctx.output('skipped', true);
        ctx.output('created', false);
        return;
      }
      const client = instances.client(input.instance);
      const owner = { taskId: ctx.task.id, entityRef };
      const { title } = json;
      const spec = {
        ...mark(json, owner, readEntityRef(entityRef).name),
        title,
      };
      const uid = dashboardUid(entityRef);
      const wanted = { client, uid, spec, owner, signal };

      await guardedStep({
        guard,
        ctx,
        permission: grafanaWritePermission,
        eventId: 'grafana-dashboard-ensure',
        target: {
          name: `Grafana dashboard ${title}`,
          instance: client.instance.name,
          entityRef,
          owner: input.owner,
        },
        work: async () => {
          const there = await findFolder(client, folderInput, signal);
          const found = await findOwn(wanted, there?.uid);
          ctx.output('skipped', false);
          ctx.output('uid', uid);
          if (ctx.isDryRun) {
            logger.info(
              `Dry run: dashboard ${title} would be ${
                found ? 'brought to what is wanted' : 'made'
              } in the folder ${folderInput.title}${
                there ? '' : ', which would be made'
              }`,
            );
            ctx.output('created', !found);
            ctx.output('url', client.pageUrl(`/d/${uid}`));
            return;
          }
          const folder = await ensureFolder({
            ctx,
            client,
            ledger,
            input: folderInput,
            found: there,
          });
          const { created, url } = await ledger.ensure(
            ctx,
            {
              kind: 'Grafana dashboard',
              name: title,
              ifItFails: 'deleted',
              remover: dashboardRemoval({
                instance: client.instance.name,
                uid,
              }),
            },
            () =>
              ensureDashboard(wanted, { found, folderUid: folder.uid, logger }),
          );
          ctx.output('created', created);
          ctx.output('url', url);
          ctx.output('folderUrl', urlOf(client, folder));
        },
      });
    },
  });
}
