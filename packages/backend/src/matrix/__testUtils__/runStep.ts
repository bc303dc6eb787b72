import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';
import { personOf, type Role } from './people';

let tasks = 0;

/** Runs one action as a step of a task that whoever stands for `role` has started. */
export async function runStep(
  action: TemplateAction,
  input: JsonObject,
  options: { role: Role; workspacePath: string; signal: AbortSignal },
): Promise<void> {
  const { role, workspacePath, signal } = options;
  const ref = personOf(role);
  tasks += 1;
  await action.handler({
    ...createMockActionContext({ input, workspacePath }),
    logger: mockServices.logger.mock(),
    task: { id: `matrix-${tasks}` },
    step: { id: 'step', name: action.id },
    user: { ref },
    signal,
    secrets: {},
    getInitiatorCredentials: async () => mockCredentials.user(ref),
    checkpoint: async <T extends JsonValue | void>({
      fn,
    }: {
      fn: () => Promise<T> | T;
    }) => fn(),
  });
}
