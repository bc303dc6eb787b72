import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { askServer } from './askServer';

interface HcpServer {
  name: string;
  baseUrl: string;
  token: string;
  organization: string;
}

/** Whether HCP Terraform, or Terraform Enterprise, answers and accepts its token. */
export class TerraformConnection {
  static fromConfig(config: RootConfigService): TerraformConnection {
    return new TerraformConnection(
      (config.getOptionalConfigArray('terraform.hcp') ?? []).map(server => ({
        name: server.getString('name'),
        baseUrl:
          server.getOptionalString('baseUrl') ?? 'https://app.terraform.io',
        token: server.getString('token'),
        organization: server.getString('organization'),
      })),
    );
  }

  private constructor(private readonly servers: HcpServer[]) {}

  /** https://developer.hashicorp.com/terraform/cloud-docs/api-docs/organizations#show-an-organization */
  async check(signal?: AbortSignal): Promise<string[]> {
    if (this.servers.length === 0) {
      throw new InputError(
        'No HCP Terraform is configured: add one under terraform.hcp.',
      );
    }
    return Promise.all(
      this.servers.map(async ({ name, baseUrl, token, organization }) => {
        await askServer({
          server: `HCP Terraform '${name}'`,
          url: `${baseUrl.replace(
            /\/+$/,
            '',
          )}/api/v2/organizations/${encodeURIComponent(organization)}`,
          headers: {
            accept: 'application/vnd.api+json',
            authorization: `Bearer ${token}`,
          },
          configKey: `the token of '${name}' under terraform.hcp`,
          signal,
        });
        return `HCP Terraform '${name}' answers`;
      }),
    );
  }
}
