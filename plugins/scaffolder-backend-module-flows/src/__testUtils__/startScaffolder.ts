import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import type { LedgerRow, TaskLedger } from '@portico/plugin-flows-common';
import {
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
} from '@portico/plugin-flows-node';
import { settleTasks } from '@portico/plugin-flows-test-utils';
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { createFlowsModule } from '../module';

/** What stands for the outside world: names of things, each with the task that made it. */
export type World = Map<string, string>;

/** Steps: `make` and `find` act on the world, `break` fails, `wait` waits until the task is cancelled. */
type Step = { action: 'make' | 'find' | 'break' | 'wait'; name?: string };

/** Starts the real scaffolder with our module and four actions that make and break things. */
export async function startScaffolder(
  options: { allowCleanup?: boolean } = {},
) {
  const world: World = new Map();
  /** Names whose removal fails, with the reason. */
  const stuck = new Map<string, string>();
  const removed: string[] = [];

  const template = {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'flow' },
    spec: {
      type: 'service',
      parameters: {
        type: 'object',
        properties: { steps: { type: 'array' } },
      },
      steps: [] as object[],
    },
  };

  const things = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'things',
    register({ registerInit }) {
      registerInit({
        deps: {
          actions: scaffolderActionsExtensionPoint,
          cleanup: flowCleanupExtensionPoint,
          ledger: flowLedgerServiceRef,
        },
        async init({ actions, cleanup, ledger }) {
          const input = { name: (z: typeof import('zod/v3').z) => z.string() };
          const thing = (name: string) => ({
            kind: 'Thing',
            name,
            ifItFails: 'removed',
            remover: { id: 'test:thing', params: { name } },
          });
          actions.addActions(
            createTemplateAction({
              id: 'test:make',
              schema: { input },
              async handler(ctx) {
                const { name } = ctx.input;
                await ledger.ensure(ctx, thing(name), async () => {
                  const created = !world.has(name);
                  if (created) world.set(name, ctx.task.id);
                  return { created };
                });
                await ledger.note(ctx, 'made', {
                  kind: 'Part',
                  name: `part of ${name}`,
                  ifItFails: 'goes with it',
                  partOf: { kind: 'Thing', name },
                });
              },
            }),
            createTemplateAction({
              id: 'test:break',
              schema: { input },
              async handler(ctx) {
                await ledger.ensure(ctx, thing(ctx.input.name), async () => {
                  throw new Error('The upstream is away.');
                });
              },
            }),
            createTemplateAction({
              id: 'test:wait',
              async handler({ signal }) {
                await pause(60_000, undefined, { signal });
              },
            }),
          );
          cleanup.addRemovers({
            id: 'test:thing',
            async remove({ name, taskId }) {
              if (!world.has(name)) return 'absent';
              if (world.get(name) !== taskId) return 'foreign';
              const problem = stuck.get(name);
              if (problem) throw new Error(problem);
              world.delete(name);
              removed.push(name);
              return 'removed';
            },
          });
        },
      });
    },
  });

  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      createFlowsModule({ pollMs: 100, settleMs: 1_000 }),
      things,
      catalogServiceMock.factory({ entities: [template] }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result:
              permission.name === 'portico.cleanup.run' &&
              options.allowCleanup === false
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
      mockServices.rootConfig.factory({
        data: { scaffolder: { taskRecovery: { enabled: true } } },
      }),
    ],
  });
  const api = request(backend.server);

  return {
    world,
    stuck,
    removed,
    api,
    async stop() {
      await settleTasks();
      await backend.stop();
    },
    /** Starts a task. */
    async start(steps: Step[]): Promise<string> {
      template.spec.steps = steps.map(({ action, name = 'x' }, index) => ({
        id: `step-${index}`,
        name: action,
        action: `test:${action}`,
        input: { name },
      }));
      const { body } = await api
        .post('/api/scaffolder/v2/tasks')
        .send({ templateRef: 'template:default/flow', values: {} })
        .expect(201);
      return body.id;
    },
    async ledger(taskId: string): Promise<TaskLedger> {
      const { body } = await api
        .get(`/api/scaffolder/portico/tasks/${taskId}/ledger`)
        .expect(200);
      return body;
    },
    /** The ledger once `isSo`; fails after `seconds`. */
    async until(
      taskId: string,
      isSo: (ledger: TaskLedger) => boolean,
      seconds = 90,
    ): Promise<TaskLedger> {
      const deadline = Date.now() + seconds * 1000;
      for (;;) {
        const ledger = await this.ledger(taskId);
        if (isSo(ledger)) return ledger;
        if (Date.now() > deadline) {
          throw new Error(`Still ${JSON.stringify(ledger)}`);
        }
        await pause(50);
      }
    },
    async status(taskId: string): Promise<string> {
      const { body } = await api.get(`/api/scaffolder/v2/tasks/${taskId}`);
      return body.status;
    },
  };
}

/** e.g. `Thing a: removed`. */
export function outcomes({ rows }: { rows: LedgerRow[] }): string[] {
  return rows.map(({ kind, name, outcome }) => `${kind} ${name}: ${outcome}`);
}
