import type { Config } from '@backstage/config';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
  type GithubCredentialsProvider,
} from '@backstage/integration';

const TIMEOUT_MS = 10_000;

/** Tells whether an account exists on GitHub. */
export class GithubAccounts {
  /** Reads `integrations.github` and `flows.github`; `undefined` where there is no GitHub. */
  static fromConfig(config: Config): GithubAccounts | undefined {
    const integrations = ScmIntegrations.fromConfig(config);
    const host =
      config.getOptionalString('flows.github.host') ??
      integrations.github.list()[0]?.config.host;
    const apiBaseUrl =
      host && integrations.github.byHost(host)?.config.apiBaseUrl;
    const organization = config.getOptionalString('flows.github.organization');
    if (!apiBaseUrl || !organization) return undefined;
    return new GithubAccounts(
      { apiBaseUrl, url: `https://${host}/${organization}` },
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    );
  }

  readonly #place: { apiBaseUrl: string; url: string };
  readonly #credentials: GithubCredentialsProvider;

  private constructor(
    place: { apiBaseUrl: string; url: string },
    credentials: GithubCredentialsProvider,
  ) {
    this.#place = place;
    this.#credentials = credentials;
  }

  /**
   * https://docs.github.com/en/rest/users/users#get-a-user
   *
   * @throws ServiceUnavailableError if GitHub cannot say
   */
  async exists(login: string, signal?: AbortSignal): Promise<boolean> {
    const { apiBaseUrl, url } = this.#place;
    const { headers } = await this.#credentials.getCredentials({ url });
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(
      `${apiBaseUrl}/users/${encodeURIComponent(login)}`,
      {
        headers: { accept: 'application/vnd.github+json', ...headers },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      },
    ).catch(error => {
      signal?.throwIfAborted();
      throw new ServiceUnavailableError(
        `GitHub did not say whether the account ${login} exists: ${
          error.cause?.message ?? error.message
        }.`,
      );
    });
    if (response.ok) return true;
    if (response.status === 404) return false;
    throw new ServiceUnavailableError(
      `GitHub answered ${response.status} when asked for the account ${login}. Check integrations.github, or try again later.`,
    );
  }
}
