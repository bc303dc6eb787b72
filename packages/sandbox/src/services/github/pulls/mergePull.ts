import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { NO_OBJECT } from '../git/objects';
import { listCommits, mergeBase } from '../git/history';
import { MergeConflictError, mergeTrees } from '../git/mergeTrees';
import { announce, changeIssue } from '../issues';
import type { Pull } from '../present/pull';
import { unmetRequirements } from './requirements';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/**
 * Merges a pull request into its base branch and returns the new commit.
 *
 * @throws GithubError 405 if it may not be merged, 409 if the head moved
 */
export async function mergePull(
  github: Github,
  pull: Pull,
  options: {
    method: MergeMethod;
    sha?: string;
    title?: string;
    message?: string;
    /** Login of who merges. */
    actor: string;
  },
): Promise<string> {
  const { git, state } = github;
  const { repository } = pull;
  const { headRef, baseRef, headSha } = pull.pull;
  if (pull.pull.merged || pull.state === 'closed' || pull.pull.draft) {
    throw new GithubError(
      405,
      pull.pull.draft
        ? 'Pull Request is still a draft'
        : 'Pull Request is not mergeable',
    );
  }
  if (options.sha && options.sha !== headSha) {
    throw new GithubError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  assertAllowed(github, repository, options.method);
  const [unmet] = await unmetRequirements(github, pull, options.actor);
  if (unmet) throw new GithubError(405, unmet);
  const baseTip = await git.readCommit(repository, `refs/heads/${baseRef}`);
  const base =
    baseTip && (await mergeBase(git, repository, baseTip.sha, headSha));
  if (!baseTip || !base)
    throw new GithubError(405, 'Pull Request is not mergeable');

  let tree: string;
  try {
    tree = await mergeTrees(git, repository, {
      base,
      ours: baseTip.sha,
      theirs: headSha,
    });
  } catch (error) {
    if (error instanceof MergeConflictError)
      throw new GithubError(405, 'Pull Request is not mergeable');
    throw error;
  }
  const account = state.account(options.actor)!;
  const person = {
    name: account.name ?? account.login,
    email: account.email ?? '',
    date: state.now(),
  };
  const owner = repository.split('/')[0];
  const titles = {
    merge: `Merge pull request #${pull.number} from ${owner}/${headRef}`,
    squash: `${pull.title} (#${pull.number})`,
    rebase: '',
  };
  const write = (
    parents: string[],
    message: string,
    content = tree,
    author = person,
  ) =>
    git.writeCommit(repository, {
      tree: content,
      parents,
      author,
      committer: person,
      message: `${message}\n`,
    });

  let sha: string;
  if (options.method === 'rebase') {
    sha = baseTip.sha;
    const commits = await listCommits(git, repository, {
      range: `${base}..${headSha}`,
    });
    for (const commit of commits
      .filter(c => c.parents.length === 1)
      .reverse()) {
      const content = await mergeTrees(git, repository, {
        base: commit.parents[0],
        ours: sha,
        theirs: commit.sha,
      });
      sha = write([sha], commit.message, content, commit.author);
    }
  } else {
    const title = options.title ?? titles[options.method];
    const message =
      options.message ??
      (options.method === 'merge' ? pull.title : pull.body ?? '');
    const parents =
      options.method === 'merge' ? [baseTip.sha, headSha] : [baseTip.sha];
    sha = write(parents, message ? `${title}\n\n${message}` : title);
  }
  const merged = {
    ...pull,
    state: 'closed' as const,
    closedAt: state.now(),
    closedBy: options.actor,
    pull: {
      ...pull.pull,
      autoMerge: undefined,
      merged: true,
      mergedAt: state.now(),
      mergedBy: options.actor,
      mergeCommitSha: sha,
      baseSha: baseTip.sha,
    },
  };
  await git.updateRef(repository, {
    ref: `refs/heads/${baseRef}`,
    after: sha,
    before: baseTip.sha,
    pusher: options.actor,
  });
  changeIssue(github, pull, merged, options.actor);
  const settings = state.repository(owner, repository.split('/')[1]).settings;
  if (settings.delete_branch_on_merge) {
    const event = 'head_ref_deleted' as const;
    announce(github, merged, { event }, options.actor);
    await git.updateRef(repository, {
      ref: `refs/heads/${headRef}`,
      after: NO_OBJECT,
      before: headSha,
      pusher: options.actor,
    });
  }
  return sha;
}

function assertAllowed({ state }: Github, repository: string, method: string) {
  const [owner, name] = repository.split('/');
  const { settings } = state.repository(owner, name);
  const allowed: Record<string, boolean> = {
    merge: settings.allow_merge_commit,
    squash: settings.allow_squash_merge,
    rebase: settings.allow_rebase_merge,
  };
  if (allowed[method]) return;
  throw new GithubError(
    405,
    `${method[0].toUpperCase()}${method.slice(
      1,
    )} merges are not allowed on this repository.`,
  );
}
