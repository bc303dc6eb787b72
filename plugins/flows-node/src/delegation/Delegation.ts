import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { askPlugin, type PluginAccess } from './askPlugin';

/** A token that ends sooner than this is not begun with. */
const LEEWAY_MS = 5 * 60_000;

const TIMEOUT_MS = 10_000;

/** Credentials of people for whom a flow runs, whether or not they are signed in. */
export class Delegation {
  readonly #access: PluginAccess;
  readonly #fresh = new Map<string, BackstageCredentials>();

  constructor(access: PluginAccess) {
    this.#access = access;
  }

  /**
   * The credentials given, or, where they are those of a person and end soon, fresh ones.
   *
   * @throws ResponseError if the person is not in the catalog any more
   */
  async renew(
    credentials: BackstageCredentials,
  ): Promise<BackstageCredentials> {
    if (!this.#access.auth.isPrincipal(credentials, 'user')) return credentials;
    if (isLasting(credentials)) return credentials;
    return this.credentialsOf(credentials.principal.userEntityRef);
  }

  /**
   * Credentials of a person who may not be signed in, with the rights that they have now. Whoever asks
   * has to know that this person wants what is done with them.
   *
   * @throws ResponseError if the person is not in the catalog
   */
  async credentialsOf(userEntityRef: string): Promise<BackstageCredentials> {
    const known = this.#fresh.get(userEntityRef);
    if (known && isLasting(known)) return known;
    const fresh = await this.#access.auth.authenticate(
      await this.#askForToken(userEntityRef),
    );
    this.#fresh.set(userEntityRef, fresh);
    return fresh;
  }

  async #askForToken(userEntityRef: string): Promise<string> {
    const response = await askPlugin(this.#access, {
      pluginId: 'auth',
      path: '/flows/refresh',
      body: { userEntityRef },
      timeoutMs: TIMEOUT_MS,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return ((await response.json()) as { token: string }).token;
  }
}

function isLasting({ expiresAt }: BackstageCredentials): boolean {
  // Stored credentials went through JSON, which makes a string of the date.
  return (
    expiresAt === undefined ||
    new Date(expiresAt).getTime() - Date.now() > LEEWAY_MS
  );
}
