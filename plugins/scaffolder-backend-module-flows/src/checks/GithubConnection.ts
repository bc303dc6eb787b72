import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { askServer } from './askServer';

/** Whether GitHub answers and accepts Portico's credentials. */
export class GithubConnection {
  static fromConfig(config: RootConfigService): GithubConnection {
    const integrations = ScmIntegrations.fromConfig(config);
    return new GithubConnection(
      integrations,
      config.getOptionalString('flows.github.host') ??
        integrations.github.list()[0]?.config.host,
      config.getOptionalString('flows.github.organization'),
    );
  }

  private constructor(
    private readonly integrations: ScmIntegrations,
    private readonly host: string | undefined,
    private readonly organization: string | undefined,
  ) {}

  /**
   * Asks for the organisation (https://docs.github.com/en/rest/orgs/orgs#get-an-organization), or for the
   * rate limit where none is configured, which takes valid credentials too.
   */
  async check(signal?: AbortSignal): Promise<string[]> {
    const { host, organization } = this;
    const integration = host
      ? this.integrations.github.byHost(host)
      : undefined;
    if (!host || !integration) {
      throw new InputError(
        host
          ? `flows.github.host is ${host}, which is not among integrations.github.`
          : 'No GitHub is configured: add one under integrations.github.',
      );
    }
    const { headers } = await DefaultGithubCredentialsProvider.fromIntegrations(
      this.integrations,
    ).getCredentials({ url: `https://${host}/${organization ?? ''}` });
    const path = organization
      ? `/orgs/${encodeURIComponent(organization)}`
      : '/rate_limit';
    await askServer({
      server: `GitHub (${host})`,
      url: `${integration.config.apiBaseUrl}${path}`,
      headers: { accept: 'application/vnd.github+json', ...headers },
      configKey: `the credentials of ${host} under integrations.github`,
      signal,
    });
    return [`GitHub (${host}) answers`];
  }
}
