import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
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

  /** @throws ResponseError if the scaffolder does not know the task or does not answer */
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
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
