import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * Whether the executor `cli` of `terraform:apply` can work on this server: its program is there, and so
 * is the backend that keeps the states. Reads `terraform.cli`.
 *
 * @param path the PATH to search
 * @throws InputError that says what is missing
 */
export async function checkTerraformCli(
  config: RootConfigService,
  path = process.env.PATH ?? '',
): Promise<string[]> {
  const configured = config.getOptionalString('terraform.cli.binary');
  const names = configured ? [configured] : ['terraform', 'tofu'];
  const files = names.flatMap(name =>
    isAbsolute(name)
      ? [name]
      : path
          .split(delimiter)
          .filter(Boolean)
          .map(folder => join(folder, name)),
  );
  const found = await Promise.all(
    files.map(file =>
      access(file, constants.X_OK).then(
        () => true,
        () => false, // the answer, not a failure
      ),
    ),
  );
  if (!found.includes(true)) {
    throw new InputError(
      `${names.join(
        ' or ',
      )} is not installed on the portal's server, and terraform:apply runs it there: install it, set terraform.cli.binary, or add an HCP Terraform under terraform.hcp. Nothing was made.`,
    );
  }
  if (!config.has('terraform.cli.backend')) {
    throw new InputError(
      'terraform:apply runs on the portal’s server and has no place for the state: set terraform.cli.backend. Nothing was made.',
    );
  }
  return [`${files[found.indexOf(true)]} is there`];
}
