import type { RepoClient } from '../client/createRepoClient';

/** The files of a commit. */
export interface CommitFiles {
  /** Commit id. */
  commit: string;
  /** Tree id. */
  tree: string;
  /** Blob ids by path. */
  files: Map<string, string>;
}

/** The tip of the branch; `undefined` where there is no such branch, or no commit at all. */
export async function readBranch(
  client: RepoClient,
  branch: string,
): Promise<CommitFiles | undefined> {
  const { octokit, owner, repo } = client;
  const ref = await octokit.rest.git
    .getRef({ owner, repo, ref: `heads/${branch}` })
    .catch((error: Error) => {
      // 404: no such branch; 409: "Git Repository is empty."
      if (['NotFoundError', 'ConflictError'].includes(error.name)) {
        return undefined;
      }
      throw error;
    });
  return ref && readCommit(client, ref.data.object.sha);
}

/** The commit with which the branch began, where that is one of the 100 latest; `undefined` otherwise. */
export async function readFirstCommit(
  client: RepoClient,
  branch: string,
): Promise<CommitFiles | undefined> {
  const { octokit, owner, repo } = client;
  const { data: commits } = await octokit.rest.repos.listCommits({
    owner,
    repo,
    sha: branch,
    per_page: 100,
  });
  const first = commits.find(({ parents }) => parents.length === 0);
  return first && readCommit(client, first.sha);
}

async function readCommit(
  { octokit, owner, repo }: RepoClient,
  commit: string,
): Promise<CommitFiles> {
  const { data } = await octokit.rest.git.getTree({
    owner,
    repo,
    tree_sha: commit,
    recursive: 'true',
  });
  const files = data.tree
    .filter(({ type }) => type === 'blob')
    .map(({ path, sha }) => [path ?? '', sha ?? ''] as const);
  return { commit, tree: data.sha, files: new Map(files) };
}
