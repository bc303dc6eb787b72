import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import { createArgocdCreateAppAction } from '../actions/createApp';
import type { CreateAppInput } from '../actions/createApp.input';

/** Runs the action as the scaffolder does, against an Argo CD at `baseUrl`. */
export function createActionRunner(options: {
  baseUrl: string;
  token: string;
  allow?: boolean;
  graceMs?: number;
}) {
  const { baseUrl, token, allow = true, graceMs = 200 } = options;
  const event = { success: async () => {}, fail: async () => {} };
  const action = createArgocdCreateAppAction({
    instances: new ArgocdInstances([
      { name: 'main', baseUrl, token, frontendUrl: baseUrl, isDefault: true },
    ]),
    guard: {
      permissions: mockServices.permissions.mock({
        authorize: (async () => [
          { result: allow ? AuthorizeResult.ALLOW : AuthorizeResult.DENY },
        ]) as never,
      }),
      auditor: mockServices.auditor.mock({ createEvent: async () => event }),
      owners: {
        ownerOf: async () => 'group:default/commerce',
        isMember: async () => true,
      },
    },
    patience: { pollMs: 20, graceMs },
  });
  return async (
    input: CreateAppInput,
    context: { taskId?: string; isDryRun?: boolean; signal?: AbortSignal } = {},
  ) => {
    const { taskId = 'task-1', ...rest } = context;
    const log: string[] = [];
    const outputs: Record<string, unknown> = {};
    const logger = mockServices.logger.mock({
      info: message => log.push(message),
      warn: message => log.push(message),
    });
    const base = createMockActionContext<CreateAppInput>({ input });
    const error: Error | undefined = await action
      .handler({
        ...base,
        ...rest,
        logger,
        task: { id: taskId },
        output: (name, value) => {
          outputs[name] = value;
        },
      })
      .then(
        () => undefined,
        e => e,
      );
    return { error, log, outputs };
  };
}
