import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { HcpInstance } from '../config/readTerraformConfig';
import { HcpClient } from './HcpClient';

/** The configured instances of HCP Terraform and Terraform Enterprise, and a client for each. */
export class HcpInstances {
  readonly #instances: HcpInstance[];
  readonly #firstDelayMs?: number;
  /** How often a run is looked at. */
  readonly pollMs: number;

  /** @param pace.firstDelayMs wait before the first retry, doubled for each further one */
  constructor(
    instances: HcpInstance[],
    pace: { pollMs?: number; firstDelayMs?: number } = {},
  ) {
    this.#instances = instances;
    this.#firstDelayMs = pace.firstDelayMs;
    this.pollMs = pace.pollMs ?? 1_000;
  }

  /**
   * A client of the instance of that name, or of the first.
   *
   * @throws InputError that lists the names there are
   */
  client(
    name: string | undefined,
    options: { logger: LoggerService; signal: AbortSignal },
  ): HcpClient {
    const names = this.#instances.map(one => `'${one.name}'`).join(', ');
    const instance =
      name === undefined
        ? this.#instances[0]
        : this.#instances.find(one => one.name === name);
    if (!instance) {
      throw new InputError(
        names
          ? `There is no HCP Terraform instance '${name}' in terraform.hcp; there is ${names}.`
          : `The executor 'hcp' needs an instance of HCP Terraform: add one to terraform.hcp in the portal's configuration, or use executor 'cli'.`,
      );
    }
    return new HcpClient({
      instance,
      ...options,
      firstDelayMs: this.#firstDelayMs,
    });
  }
}

/** Page of a workspace. */
export function workspacePage(
  { instance }: HcpClient,
  workspace: string,
): string {
  const { baseUrl, organization } = instance;
  return `${baseUrl}/app/${encodeURIComponent(
    organization,
  )}/workspaces/${encodeURIComponent(workspace)}`;
}
