import { InputError } from '@backstage/errors';
import type { RepoClient } from '../client/createRepoClient';

/** Where variables and secrets belong: the repository, or one of its environments. */
export interface SettingsScope {
  /** Path below which `/variables` and `/secrets` lie. */
  path: string;
  /** For the log, e.g. `environment dev`. */
  title: string;
}

export function repositoryScope({ owner, repo }: RepoClient): SettingsScope {
  return {
    path: `/repos/${owner}/${repo}/actions`,
    title: 'the repository',
  };
}

export function environmentScope(
  { owner, repo }: RepoClient,
  environment: string,
): SettingsScope {
  return {
    path: `/repos/${owner}/${repo}/environments/${encodeURIComponent(
      environment,
    )}`,
    title: `environment ${environment}`,
  };
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#naming-conventions */
const NAME = /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/i;

/** @throws InputError for a name that GitHub refuses */
export function checkNames(
  kind: 'variable' | 'secret',
  values: Record<string, string> = {},
): void {
  const bad = Object.keys(values).find(name => !NAME.test(name));
  if (bad !== undefined) {
    throw new InputError(
      `'${bad}' is not a name for a ${kind}: use letters, digits and '_', not a digit first, not GITHUB_ first.`,
    );
  }
  if (kind === 'secret') {
    const empty = Object.keys(values).find(name => !values[name]);
    if (empty !== undefined) {
      throw new InputError(
        `The secret ${empty} has no value. Hand it over as \${{ secrets.${empty} }} and check that the form asks for it.`,
      );
    }
  }
}
