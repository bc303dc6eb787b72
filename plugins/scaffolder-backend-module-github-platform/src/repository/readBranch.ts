import type { RepoClient } from '../client/createRepoClient';

/** The files at the tip of a branch. */
export interface BranchTip {
  /** Commit id. */
  commit: string;
  /** Tree id. */
  tree: string;
  /** Blob ids by path. */
  files: Map<string, string>;
  /** Whether GitHub left files out because there are too many (100,000). */
  truncated: boolean;
}

/** The tip of the branch; `undefined` where there is no such branch, or no commit at all. */
export async function readBranch(
  { octokit, owner, repo }: RepoClient,
  branch: string,
): Promise<BranchTip | undefined> {
  const ref = await octokit.rest.git
    .getRef({ owner, repo, ref: `heads/${branch}` })
    .catch((error: Error) => {
      // 404: no such branch; 409: "Git Repository is empty."
      if (['NotFoundError', 'ConflictError'].includes(error.name)) {
        return undefined;
      }
      throw error;
    });
  if (!ref) return undefined;
  const commit = ref.data.object.sha;
  const { data } = await octokit.rest.git.getTree({
    owner,
    repo,
    tree_sha: commit,
    recursive: 'true',
  });
  const files = data.tree
    .filter(({ type }) => type === 'blob')
    .map(({ path, sha }) => [path ?? '', sha ?? ''] as const);
  return {
    commit,
    tree: data.sha,
    files: new Map(files),
    truncated: data.truncated,
  };
}
