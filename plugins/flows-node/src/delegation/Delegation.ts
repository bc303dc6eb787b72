import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** A token that ends sooner than this is not begun with. */
const LEEWAY_MS = 5 * 60_000;

/** Credentials of people for whom a flow runs, whether or not they are signed in. */
export class Delegation {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #fresh = new Map<string, BackstageCredentials>();

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * The credentials given, or, where they are those of a person and end soon, fresh ones.
   *
   * @throws ResponseError if the person is not in the catalog any more
   */
  async renew(
    credentials: BackstageCredentials,
  ): Promise<BackstageCredentials> {
    if (!this.#auth.isPrincipal(credentials, 'user')) return credentials;
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
    const fresh = await this.#auth.authenticate(
      await this.#askForToken(userEntityRef),
    );
    this.#fresh.set(userEntityRef, fresh);
    return fresh;
  }

  async #askForToken(userEntityRef: string): Promise<string> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'auth',
    });
    const response = await fetch(
      `${await this.#discovery.getBaseUrl('auth')}/flows/refresh`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ userEntityRef }),
        signal: AbortSignal.timeout(10_000),
      },
    );
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
