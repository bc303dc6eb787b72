import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** @throws InputError where `sourcePath` leads out of the workspace */
export function resolveWorkspaceFolder(
  workspacePath: string,
  sourcePath = '.',
): string {
  try {
    return resolveSafeChildPath(workspacePath, sourcePath);
  } catch {
    throw new InputError(
      `sourcePath '${sourcePath}' lies outside the workspace; name a folder in it, e.g. ./skeleton.`,
    );
  }
}
