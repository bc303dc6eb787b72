import { may } from './access';
import type { GithubState } from './GithubState';
import { GithubError } from './GithubError';
import type { BareGitRepositories } from './git';
import { NO_OBJECT } from './git/objects';
import type { Protection } from './model';

export function protectionKey(repository: string, branch: string): string {
  return `${repository}:${branch}`;
}

/** Why a direct push to a protected branch is refused, beside force pushes and deletion. */
export function pushViolations(protection: Protection): string[] {
  const violations: string[] = [];
  if (protection.lockBranch)
    violations.push('Cannot change this locked branch');
  if (protection.reviews) {
    violations.push('Changes must be made through a pull request.');
  }
  if (protection.statusChecks?.contexts.length) {
    const { contexts } = protection.statusChecks;
    violations.push(
      contexts.length === 1
        ? `Required status check "${contexts[0]}" is expected.`
        : `${contexts.length} of ${contexts.length} required status checks are expected.`,
    );
  }
  return violations;
}

/**
 * Refuses a change of a branch by the API as GitHub does. Administrators may pass unless the protection
 * holds for them too.
 *
 * @throws GithubError with `status`
 */
export async function assertBranchUpdate(
  { state, git }: { state: GithubState; git: BareGitRepositories },
  repository: string,
  change: { ref: string; before: string; after: string; actor: string },
  status: 409 | 422,
): Promise<void> {
  const protection = protectionOf(state, repository, change.ref);
  if (!protection || change.before === NO_OBJECT) return;
  const refuse = (why: string) =>
    new GithubError(
      status,
      `${status === 409 ? 'Could not update file: ' : ''}${why}`,
    );
  if (change.after === NO_OBJECT) {
    if (!protection.allowDeletions) throw refuse('Cannot delete this branch');
    return;
  }
  if (!protection.allowForcePushes) {
    const forward = await git
      .git(repository, [
        'merge-base',
        '--is-ancestor',
        change.before,
        change.after,
      ])
      .then(
        () => true,
        () => false,
      );
    if (!forward) throw refuse('Cannot force-push to this branch');
  }
  const [violation] = pushViolations(protection);
  if (!violation) return;
  if (protection.enforceAdmins || !isAdmin(state, repository, change.actor))
    throw refuse(violation);
}

export function protectionOf(
  state: GithubState,
  repository: string,
  ref: string,
): Protection | undefined {
  if (!ref.startsWith('refs/heads/')) return undefined;
  return state.protections.get(
    protectionKey(repository, ref.slice('refs/heads/'.length)),
  );
}

/** The protections of a repository for the update hook: a line a branch. */
export function hookRules(
  state: GithubState,
  repository: string,
  pusher: string,
): string {
  const mayBypass = isAdmin(state, repository, pusher);
  return state.protections
    .filter(protection => protection.repository === repository)
    .map(protection => {
      const violations = pushViolations(protection);
      let mode = 'open';
      if (violations.length)
        mode = protection.enforceAdmins || !mayBypass ? 'reject' : 'bypass';
      return [
        mode,
        protection.allowForcePushes ? 'force' : 'noforce',
        protection.allowDeletions ? 'delete' : 'nodelete',
        `refs/heads/${protection.branch}`,
        violations.join(' '),
      ].join(' ');
    })
    .join('\n');
}

function isAdmin(state: GithubState, full: string, login: string): boolean {
  const [owner, name] = full.split('/');
  return may(state, state.repository(owner, name), login, 'admin');
}
