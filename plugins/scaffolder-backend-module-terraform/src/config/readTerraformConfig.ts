import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** One HCP Terraform or Terraform Enterprise that workspaces can be made in. */
export interface HcpInstance {
  name: string;
  /** Without a trailing slash. */
  baseUrl: string;
  token: string;
  organization: string;
  /** Name of the project for new workspaces. */
  project?: string;
}

/** How Terraform runs on the portal's own server. */
export interface CliSettings {
  /** Name or path of the program; found on the PATH if absent. */
  binary?: string;
  backend?: { type: string; config: Record<string, string | number | boolean> };
  /** Names of the environment variables that Terraform may see. */
  passEnvironment: string[];
}

export interface TerraformConfig {
  defaultExecutor: 'hcp' | 'cli';
  instances: HcpInstance[];
  cli: CliSettings;
  /** Full references of the groups whose agreement lets a flow destroy. */
  destroyApprovers: string[];
}

/**
 * Reads the section `terraform`; without it, steps run the program on the PATH.
 *
 * @throws InputError where two instances share a name, or a default executor is unknown
 */
export function readTerraformConfig(config: Config): TerraformConfig {
  const section = config.getOptionalConfig('terraform');
  const instances = (section?.getOptionalConfigArray('hcp') ?? []).map(
    (hcp): HcpInstance => ({
      name: hcp.getString('name'),
      baseUrl: (
        hcp.getOptionalString('baseUrl') ?? 'https://app.terraform.io'
      ).replace(/\/+$/, ''),
      token: hcp.getString('token'),
      organization: hcp.getString('organization'),
      project: hcp.getOptionalString('project'),
    }),
  );
  const twice = instances.find(
    (a, i) => instances.findIndex(b => b.name === a.name) !== i,
  );
  if (twice)
    throw new InputError(
      `terraform.hcp has two instances named '${twice.name}'; give each its own name.`,
    );

  const wanted = section?.getOptionalString('defaultExecutor');
  if (wanted !== undefined && wanted !== 'hcp' && wanted !== 'cli') {
    throw new InputError(
      `terraform.defaultExecutor must be 'hcp' or 'cli', not '${wanted}'.`,
    );
  }
  const backend = section?.getOptionalConfig('cli.backend');
  return {
    defaultExecutor: wanted ?? (instances.length > 0 ? 'hcp' : 'cli'),
    instances,
    destroyApprovers: (
      section?.getOptionalStringArray('destroyApprovers') ?? ['platform-admins']
    ).map(group =>
      stringifyEntityRef(
        parseEntityRef(group, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      ),
    ),
    cli: {
      binary: section?.getOptionalString('cli.binary'),
      backend: backend && {
        type: backend.getString('type'),
        config:
          backend.getOptional<Record<string, string | number | boolean>>(
            'config',
          ) ?? {},
      },
      passEnvironment:
        section?.getOptionalStringArray('cli.passEnvironment') ?? [],
    },
  };
}
