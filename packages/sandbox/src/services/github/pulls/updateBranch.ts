import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { mergeBase } from '../git/history';
import { MergeConflictError, mergeTrees } from '../git/mergeTrees';
import type { Pull } from '../present/pull';

/**
 * Merges the base branch into the branch of a pull request.
 *
 * @param expectedHead refuses if the branch is not there any more
 * @throws GithubError 422
 */
export async function updateBranch(
  { git, state }: Github,
  pull: Pull,
  options: { actor: string; expectedHead?: string },
): Promise<void> {
  const { repository } = pull;
  const { baseRef, headRef, headSha } = pull.pull;
  const { actor, expectedHead = headSha } = options;
  if (expectedHead !== headSha) {
    throw new GithubError(
      422,
      `expected head sha didn’t match current head ref.`,
    );
  }
  const tip = await git.resolve(repository, `refs/heads/${baseRef}`);
  const base = tip && (await mergeBase(git, repository, tip, headSha));
  if (!tip || !base || pull.state === 'closed')
    throw new GithubError(422, 'The pull request cannot be updated.');
  if (base === tip) {
    throw new GithubError(422, 'There are no new commits on the base branch.');
  }
  const account = state.account(actor);
  const person = {
    name: account?.name ?? actor,
    email: account?.email ?? '',
    date: state.now(),
  };
  try {
    const after = git.writeCommit(repository, {
      tree: await mergeTrees(git, repository, {
        base,
        ours: headSha,
        theirs: tip,
      }),
      parents: [headSha, tip],
      author: person,
      committer: person,
      message: `Merge branch '${baseRef}' into ${headRef}\n`,
    });
    await git.updateRef(repository, {
      ref: `refs/heads/${headRef}`,
      after,
      before: headSha,
      pusher: actor,
    });
  } catch (error) {
    if (!(error instanceof MergeConflictError)) throw error;
    throw new GithubError(422, 'merge conflict between base and head');
  }
}
