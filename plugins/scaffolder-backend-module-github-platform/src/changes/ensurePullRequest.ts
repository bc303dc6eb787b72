import { ConflictError } from '@backstage/errors';
import { commitFiles } from '../ci/commitFiles';
import type { RepoClient } from '../client/createRepoClient';
import { gitBlobId } from '../repository/gitBlobId';
import {
  isMarked,
  withMark,
  type PullRequest,
} from '../repository/pullRequests';
import { readBranch } from '../repository/readBranch';

/** What a pull request is to hold. */
export interface WantedPullRequest {
  branch: string;
  base: string;
  title: string;
  description?: string;
  commitMessage: string;
  /** Text by path. */
  files: Record<string, string>;
  taskId: string;
  /** Whether the branch was there before the task. */
  wasThere: boolean;
}

export interface EnsuredPullRequest {
  number: number;
  url: string;
  /** Commit that is to be merged. */
  headSha: string;
  merged: boolean;
  created: boolean;
}

/** Paths whose content on the base differs from what is wanted. */
export async function findChangedPaths(
  client: RepoClient,
  base: string,
  files: Record<string, string>,
): Promise<string[]> {
  const tip = await readBranch(client, base);
  return Object.keys(files).filter(
    path => tip?.files.get(path) !== gitBlobId(files[path]),
  );
}

/** The pull request that this task has opened from the branch, also if it is merged by now. */
export async function findOwnPullRequest(
  { octokit, owner, repo }: RepoClient,
  branch: string,
  taskId: string,
): Promise<PullRequest | undefined> {
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo,
    head: `${owner}:${branch}`,
    state: 'all',
  });
  return data.find(
    pull => isMarked(pull, taskId) && (pull.state === 'open' || pull.merged_at),
  );
}

/**
 * Opens a pull request with the files on a branch of its own, or brings this task's one up to date.
 *
 * @throws ConflictError if the branch belongs to somebody else
 */
export async function ensurePullRequest(
  client: RepoClient,
  wanted: WantedPullRequest,
): Promise<EnsuredPullRequest> {
  const { octokit, owner, repo, slug } = client;
  const { branch, base, files, taskId, title, commitMessage } = wanted;
  const own = await findOwnPullRequest(client, branch, taskId);
  if (own?.merged_at) {
    return { ...facts(own, own.head.sha), merged: true, created: true };
  }
  if (!own && wanted.wasThere) {
    throw new ConflictError(
      `${slug} has a branch ${branch} already, which this task did not make. Nothing was changed. Choose another branch, or delete it.`,
    );
  }
  const { commit } = await commitFiles(client, {
    branch,
    defaultBranch: base,
    message: commitMessage,
    files,
  });
  if (own) return { ...facts(own, commit), merged: false, created: true };
  try {
    const { data } = await octokit.rest.pulls.create({
      owner,
      repo,
      head: branch,
      base,
      title,
      body: withMark(taskId, wanted.description),
    });
    return {
      number: data.number,
      url: data.html_url,
      headSha: commit,
      merged: false,
      created: true,
    };
  } catch (error) {
    // A first try, whose answer was lost, has opened it.
    const made = await findOwnPullRequest(client, branch, taskId);
    if (!made) throw error;
    return { ...facts(made, commit), merged: false, created: true };
  }
}

function facts({ number, html_url: url }: PullRequest, headSha: string) {
  return { number, url, headSha };
}
