import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { issueKey } from '../GithubState';
import { announce, writeIssue } from '../issues';
import type { AutoMerge } from '../model';
import { isMergeable, isPull, type Pull } from '../present/pull';
import { mergePull } from './mergePull';
import { unmetRequirements } from './requirements';

/**
 * Lets a pull request merge as soon as its requirements are met.
 *
 * @throws GithubError 422 where the repository doesn't allow it, or nothing stands against merging now
 */
export async function enableAutoMerge(
  github: Github,
  pull: Pull,
  options: Omit<AutoMerge, 'enabledAt'>,
): Promise<Pull> {
  const { state } = github;
  const [owner, name] = pull.repository.split('/');
  if (!state.repository(owner, name).settings.allow_auto_merge) {
    throw new GithubError(
      422,
      'Pull request Auto merge is not allowed for this repository',
    );
  }
  if (pull.state === 'closed')
    throw new GithubError(422, 'Pull request is closed');
  const unmet = await unmetRequirements(github, pull);
  if (!unmet.length && !pull.pull.draft && (await isMergeable(github, pull))) {
    throw new GithubError(422, 'Pull request Pull request is in clean status');
  }
  return setAutoMerge(github, pull, options.enabledBy, {
    ...options,
    enabledAt: state.now(),
  });
}

/** Leaves merging to people again. */
export function disableAutoMerge(
  github: Github,
  pull: Pull,
  actor: string,
): Pull {
  return setAutoMerge(github, pull, actor, undefined);
}

function setAutoMerge(
  github: Github,
  pull: Pull,
  actor: string,
  wanted: AutoMerge | undefined,
): Pull {
  const saved = writeIssue(github, {
    ...pull,
    pull: { ...pull.pull, autoMerge: wanted },
  });
  const event = wanted ? 'auto_merge_enabled' : 'auto_merge_disabled';
  announce(github, saved, { event, action: event }, actor);
  return saved;
}

/** Merges a pull request that waits for it, if nothing stands against it any more. */
export async function autoMerge(github: Github, pull: Pull): Promise<void> {
  const { enabledBy, method, title, message } = pull.pull.autoMerge ?? {};
  if (!enabledBy || !method || pull.state === 'closed' || pull.pull.draft)
    return;
  if ((await unmetRequirements(github, pull)).length) return;
  if (!(await isMergeable(github, pull))) return;
  await mergePull(github, pull, { method, title, message, actor: enabledBy });
}

/** Looks at all pull requests of a commit again, after a check of it ended. */
export async function autoMergeOf(
  github: Github,
  repository: string,
  sha: string,
): Promise<void> {
  const waiting = github.state.issues
    .list()
    .filter(isPull)
    .filter(
      ({ pull, ...issue }) =>
        issue.repository === repository &&
        pull.autoMerge &&
        pull.headSha === sha,
    );
  for (const { number } of waiting) {
    const now = github.state.issues.get(issueKey(repository, number));
    if (now && isPull(now)) await autoMerge(github, now);
  }
}
