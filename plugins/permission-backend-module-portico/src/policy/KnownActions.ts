import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';

/** Ids of the scaffolder's actions: its rules know ids alone, no wildcards. */
export interface KnownActions {
  list(): Promise<string[]>;
}

/** How long the list is kept, in milliseconds. Actions come and go with a restart only. */
const KEEP_MS = 60_000;

/** Asks the scaffolder, which may be another process. */
export class ScaffolderActions implements KnownActions {
  readonly #auth: AuthService;
  readonly #scaffolder: ScaffolderService;
  #kept?: { until: number; ids: Promise<string[]> };

  constructor(options: { auth: AuthService; scaffolder: ScaffolderService }) {
    this.#auth = options.auth;
    this.#scaffolder = options.scaffolder;
  }

  list(): Promise<string[]> {
    if (this.#kept && this.#kept.until > Date.now()) return this.#kept.ids;
    const ids = this.#ask();
    this.#kept = { until: Date.now() + KEEP_MS, ids };
    ids.catch(() => (this.#kept = undefined));
    return ids;
  }

  async #ask(): Promise<string[]> {
    const actions = await this.#scaffolder.listActions(
      {},
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return actions.map(({ id }) => id);
  }
}
