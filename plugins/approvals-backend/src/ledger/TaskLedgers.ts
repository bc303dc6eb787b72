import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { NotFoundError, ResponseError } from '@backstage/errors';
import type { TaskLedger } from '@portico/plugin-approvals-common';

const TIMEOUT_MS = 10_000;

/**
 * Asks the scaffolder what a task has done, in the name of this plugin: whoever decides on an approval has to
 * know it, and may not read other people's tasks.
 */
export class TaskLedgers {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * @throws NotFoundError if the task is no longer kept
   * @throws ResponseError if the scaffolder fails
   */
  async of(taskId: string): Promise<TaskLedger> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'scaffolder',
    });
    const baseUrl = await this.#discovery.getBaseUrl('scaffolder');
    const response = await fetch(
      `${baseUrl}/portico/tasks/${encodeURIComponent(taskId)}/ledger`,
      {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (response.status === 404) {
      throw new NotFoundError(`The scaffolder no longer knows task ${taskId}.`);
    }
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
