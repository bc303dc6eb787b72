import { GithubError } from './GithubError';
import type { GithubState } from './GithubState';
import type { Permission, Repository } from './model';

/** From least to most. */
export const PERMISSIONS: Permission[] = [
  'pull',
  'triage',
  'push',
  'maintain',
  'admin',
];

/** What an account may do with a repository, by role, teams and invitation; `undefined` if it may not even see it. */
export function permissionIn(
  state: GithubState,
  repository: Repository,
  login: string,
): Permission | undefined {
  const account = state.account(login);
  if (account?.role === 'admin') return 'admin';
  const granted: Permission[] = [];
  if (account) {
    for (const [slug, permission] of Object.entries(repository.teams)) {
      if (state.teams.get(slug)?.members[account.login])
        granted.push(permission);
    }
    const own = repository.collaborators[account.login];
    if (own) granted.push(own);
  }
  const { visibility } = repository;
  if (visibility === 'public') granted.push('pull');
  if (visibility === 'internal' && account?.role) granted.push('pull');
  return granted.sort(
    (a, b) => PERMISSIONS.indexOf(b) - PERMISSIONS.indexOf(a),
  )[0];
}

/** Whether an account may do at least that much with a repository. */
export function may(
  state: GithubState,
  repository: Repository,
  login: string,
  wanted: Permission,
): boolean {
  const permission = permissionIn(state, repository, login);
  return (
    permission !== undefined &&
    PERMISSIONS.indexOf(permission) >= PERMISSIONS.indexOf(wanted)
  );
}

/** What GitHub says to who may see a repository but not do this with it. */
export function notAllowed(): GithubError {
  return new GithubError(403, 'Must have admin rights to Repository.');
}

/**
 * Refuses what an account may not do; what it may not see does not exist for it.
 *
 * @throws GithubError 404 or 403
 */
export function assertMay(
  state: GithubState,
  repository: Repository,
  login: string,
  wanted: Permission,
): void {
  if (may(state, repository, login, wanted)) return;
  throw may(state, repository, login, 'pull')
    ? notAllowed()
    : GithubError.notFound();
}
