import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { RepoClient } from '../client/createRepoClient';

export type PullRequest =
  RestEndpointMethodTypes['pulls']['list']['response']['data'][number];

/** Hidden line of a pull request's description that says which task made it. */
function mark(taskId: string): string {
  return `<!-- portico-task: ${taskId} -->`;
}

/** The description with the mark of the task. */
export function withMark(taskId: string, description = ''): string {
  return `${description}\n\n${mark(taskId)}`;
}

export function isMarked({ body }: PullRequest, taskId: string): boolean {
  return body?.includes(mark(taskId)) ?? false;
}

/** The open pull request from that branch of the repository itself. */
export async function findPullRequest(
  { octokit, owner, repo }: RepoClient,
  branch: string,
): Promise<PullRequest | undefined> {
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo,
    head: `${owner}:${branch}`,
    state: 'open',
  });
  return data[0];
}
