import { InputError } from '@backstage/errors';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliSettings } from '../config/readTerraformConfig';

/**
 * Writes the override file that keeps the state where the portal's configuration says.
 *
 * @throws InputError without a backend, or with one that all workspaces would share
 */
export async function writeBackend(options: {
  backend: CliSettings['backend'];
  directory: string;
  workspace: string;
}): Promise<void> {
  const { backend, directory, workspace } = options;
  if (!backend) {
    throw new InputError(
      "The executor 'cli' needs a place for the state, which would be lost with the task: set terraform.cli.backend in the portal's configuration, or use executor 'hcp'.",
    );
  }
  const values = Object.entries(backend.config);
  if (!values.some(([, value]) => String(value).includes('{workspace}'))) {
    throw new InputError(
      `terraform.cli.backend would keep every workspace's state in one place: put {workspace} into one of its values, e.g. key: '{workspace}.tfstate'.`,
    );
  }
  const config = Object.fromEntries(
    values.map(([key, value]) => [
      key,
      typeof value === 'string'
        ? value.replaceAll('{workspace}', workspace)
        : value,
    ]),
  );
  await writeFile(
    join(directory, 'portico_override.tf.json'),
    JSON.stringify({ terraform: { backend: { [backend.type]: config } } }),
    { mode: 0o600 },
  );
}
