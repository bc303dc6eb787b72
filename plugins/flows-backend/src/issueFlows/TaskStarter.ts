import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, ResponseError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { askPlugin, type PluginAccess } from '@portico/plugin-flows-node';

const TIMEOUT_MS = 30_000;

/**
 * Asks the scaffolder for a task. The scaffolder's own client loses the status of a refusal, and here
 * it decides whether somebody may not, something is wrong, or one has to ask again.
 */
export class TaskStarter {
  readonly #access: PluginAccess;

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  /**
   * @returns id of the task
   * @throws NotAllowedError if this person may not run the template, or it is not there
   * @throws InputError with all that is wrong with the values
   */
  async start(
    task: { templateRef: string; values: JsonObject },
    credentials: BackstageCredentials,
  ): Promise<string> {
    const response = await askPlugin(this.#access, {
      pluginId: 'scaffolder',
      path: '/v2/tasks',
      body: task,
      credentials,
      timeoutMs: TIMEOUT_MS,
    });
    if (response.status === 201) {
      return ((await response.json()) as { id: string }).id;
    }
    // The scaffolder hides a template from whoever may not run it.
    if (response.status === 403 || response.status === 404) {
      throw new NotAllowedError(
        `Whoever set the label may not start ${task.templateRef}.`,
      );
    }
    if (response.status === 400) {
      throw new InputError(explain(await response.json()));
    }
    throw await ResponseError.fromResponse(response);
  }
}

/** JSON Schema errors of the scaffolder, one line each; any other error's message. */
function explain(body: {
  errors?: { property?: string; message?: string }[];
  error?: { message?: string };
}): string {
  const lines = body.errors?.map(({ property = '', message = '' }) =>
    `${property.replace(/^instance\.?/, '')} ${message}`.trim(),
  );
  return lines?.join('\n') ?? body.error?.message ?? 'The values are refused.';
}
