import { InputError } from '@backstage/errors';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The Terraform or OpenTofu to run.
 *
 * @param options.configured name or path from `terraform.cli.binary`
 * @param options.path the PATH to search
 * @throws InputError if there is none
 */
export async function findBinary(options: {
  configured?: string;
  path: string;
}): Promise<string> {
  const { configured, path } = options;
  const names = configured ? [configured] : ['terraform', 'tofu'];
  for (const name of names) {
    const candidates = isAbsolute(name)
      ? [name]
      : path
          .split(delimiter)
          .filter(Boolean)
          .map(folder => join(folder, name));
    for (const candidate of candidates) {
      if (await isExecutable(candidate)) return candidate;
    }
  }
  throw new InputError(
    `${
      configured ?? 'terraform'
    } is not on the PATH of the portal's server: install it, or use executor 'hcp'.`,
  );
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false; // the answer, not a failure
  }
}
