import { TOKEN_LOGIN } from './authentication';
import type { Github } from './Github';
import { GithubError } from './GithubError';
import { NO_OBJECT } from './git/objects';
import { listCommits, mergeBase } from './git/history';
import { MergeConflictError, mergeTrees } from './git/mergeTrees';
import type { Pull } from './present/pull';
import { protectionOf } from './protection';
import { saveIssue } from './routes/issues';

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
  assertMayMerge(github, pull);
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
  const account = state.account(TOKEN_LOGIN)!;
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
    closedBy: TOKEN_LOGIN,
    pull: {
      ...pull.pull,
      merged: true,
      mergedAt: state.now(),
      mergedBy: TOKEN_LOGIN,
      mergeCommitSha: sha,
      baseSha: baseTip.sha,
    },
  };
  await git.updateRef(repository, {
    ref: `refs/heads/${baseRef}`,
    after: sha,
    before: baseTip.sha,
    pusher: TOKEN_LOGIN,
  });
  saveIssue(github, merged, 'closed');
  const settings = state.repository(owner, repository.split('/')[1]).settings;
  if (settings.delete_branch_on_merge) {
    await git.updateRef(repository, {
      ref: `refs/heads/${headRef}`,
      after: NO_OBJECT,
      before: headSha,
      pusher: TOKEN_LOGIN,
    });
  }
  return sha;
}

/** What the protection of the base branch asks of a pull request; administrators may pass unless it holds for them. */
function assertMayMerge({ state }: Github, pull: Pull): void {
  const { repository } = pull;
  const protection = protectionOf(
    state,
    repository,
    `refs/heads/${pull.pull.baseRef}`,
  );
  if (!protection?.enforceAdmins) return;
  const latest = new Map(
    state.reviews
      .filter(
        r =>
          r.repository === repository &&
          r.pull === pull.number &&
          r.state !== 'COMMENTED',
      )
      .map(review => [review.user, review.state]),
  );
  const states = [...latest.values()];
  if (protection.reviews && states.includes('CHANGES_REQUESTED')) {
    throw new GithubError(
      405,
      'Changes requested by a reviewer with write access.',
    );
  }
  const wanted = protection.reviews?.requiredApprovingReviewCount ?? 0;
  if (states.filter(s => s === 'APPROVED').length < wanted) {
    throw new GithubError(
      405,
      `At least ${wanted} approving review${
        wanted > 1 ? 's are' : ' is'
      } required by reviewers with write access.`,
    );
  }
  const passed = new Set([
    ...state.statuses
      .filter(
        s =>
          s.repository === repository &&
          s.sha === pull.pull.headSha &&
          s.state === 'success',
      )
      .map(s => s.context),
    ...state.runs
      .filter(
        run => run.repository === repository && run.sha === pull.pull.headSha,
      )
      .flatMap(run => run.jobs)
      .filter(
        job => job.conclusion === 'success' || job.conclusion === 'skipped',
      )
      .map(job => job.name),
  ]);
  const missing = protection.statusChecks?.contexts.find(
    context => !passed.has(context),
  );
  if (missing)
    throw new GithubError(
      405,
      `Required status check "${missing}" is expected.`,
    );
}
