import { ConflictError } from '@backstage/errors';
import type { RepoClient } from '../client/createRepoClient';
import { orExists } from '../client/orExists';
import { gitBlobId } from '../repository/gitBlobId';
import { readBranch, type CommitFiles } from '../repository/readBranch';

export interface CommittedFiles {
  /** Tip of the branch: the new commit, or the one that has the files already. */
  commit: string;
  /** Paths written; empty if all were there. */
  changed: string[];
}

/**
 * Brings files onto a branch in one commit; only those that differ are written.
 *
 * @throws ConflictError where the branch is protected against it
 */
export async function commitFiles(
  client: RepoClient,
  options: {
    branch: string;
    defaultBranch: string;
    message: string;
    files: Record<string, string>;
  },
): Promise<CommittedFiles> {
  const { branch, defaultBranch, files } = options;
  const tip = await readBranch(client, branch);
  const base =
    tip ??
    (branch === defaultBranch
      ? undefined
      : await readBranch(client, defaultBranch));
  const changed = Object.keys(files).filter(
    path => base?.files.get(path) !== gitBlobId(files[path]),
  );
  if (!base) {
    return orExists({
      make: async () => ({
        commit: await commitFirst(client, options),
        changed,
      }),
      refusal: 'InputError',
      settle: async error => {
        if (!(await readBranch(client, branch))) throw error;
        return { ...(await commitFiles(client, options)), changed };
      },
    });
  }
  if (tip && changed.length === 0) return { commit: tip.commit, changed };
  const commit = await commitOn(client, base, options, changed);
  await moveBranch(client, { branch, commit, exists: Boolean(tip) });
  return { commit, changed };
}

async function commitOn(
  { octokit, owner, repo }: RepoClient,
  base: CommitFiles,
  { files, message }: { files: Record<string, string>; message: string },
  changed: string[],
): Promise<string> {
  if (changed.length === 0) return base.commit;
  const { data: tree } = await octokit.rest.git.createTree({
    owner,
    repo,
    base_tree: base.tree,
    tree: changed.map(path => ({
      path,
      mode: '100644',
      type: 'blob',
      content: files[path],
    })),
  });
  const { data: commit } = await octokit.rest.git.createCommit({
    owner,
    repo,
    message,
    tree: tree.sha,
    parents: [base.commit],
  });
  return commit.sha;
}

async function moveBranch(
  client: RepoClient,
  options: { branch: string; commit: string; exists: boolean },
): Promise<void> {
  const { octokit, owner, repo, slug } = client;
  const { branch, commit: sha, exists } = options;
  await orExists<unknown>({
    make: () =>
      exists
        ? octokit.rest.git.updateRef({
            owner,
            repo,
            ref: `heads/${branch}`,
            sha,
            force: false,
          })
        : octokit.rest.git.createRef({
            owner,
            repo,
            ref: `refs/heads/${branch}`,
            sha,
          }),
    refusal: 'InputError',
    settle: async ({ message }) => {
      if ((await readBranch(client, branch))?.commit === sha) return;
      throw new ConflictError(
        `The workflow files could not be committed to ${branch} of ${slug}: ${message} If the branch is protected, let the step that pushes the first files push the workflows too; this step then finds them.`,
      );
    },
  });
}

/** The git data API needs a first commit, and only the contents API can make one. */
async function commitFirst(
  { octokit, owner, repo }: RepoClient,
  options: { branch: string; message: string; files: Record<string, string> },
): Promise<string> {
  const { branch, message, files } = options;
  let commit = '';
  for (const [path, content] of Object.entries(files)) {
    const { data } = await octokit.rest.repos.createOrUpdateFileContents({
      owner,
      repo,
      path,
      message,
      branch,
      content: Buffer.from(content).toString('base64'),
    });
    commit = data.commit.sha ?? '';
  }
  return commit;
}
