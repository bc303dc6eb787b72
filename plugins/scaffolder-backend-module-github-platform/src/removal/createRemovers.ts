import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Remover } from '@portico/plugin-flows-node';
import { createRepoClient, type RepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import { findPullRequest, isMarked } from '../repository/pullRequests';
import {
  findRepository,
  isUnmarkedSince,
} from '../repository/ensureRepository';
import { readBranch } from '../repository/readBranch';
import { readTaskMark } from '../repository/repositoryMark';
import {
  BRANCH,
  PULL_REQUEST,
  REPOSITORY,
  type BranchRemoval,
  type RepositoryRemoval,
} from './removals';

/** What takes back what the GitHub actions of a task made. */
export function createRemovers(options: {
  integrations: ScmIntegrationRegistry;
  retryDelayMs?: number;
}): Remover[] {
  const connect = (
    repoUrl: string,
    { logger, signal }: { logger: LoggerService; signal: AbortSignal },
  ) => createRepoClient({ ...options, repoUrl, logger, signal });
  return [
    {
      id: REPOSITORY,
      async remove({ params, taskId }, context) {
        const { repoUrl, nameWasFreeAt } = params as RepositoryRemoval;
        return removeRepository(await connect(repoUrl, context), {
          taskId,
          nameWasFreeAt,
        });
      },
    },
    {
      id: PULL_REQUEST,
      async remove({ params, taskId }, context) {
        const { repoUrl, branch } = params as BranchRemoval;
        const client = await connect(repoUrl, context);
        return closePullRequest(client, { branch, taskId });
      },
    },
    {
      id: BRANCH,
      async remove({ params }, context) {
        const { repoUrl, branch } = params as BranchRemoval;
        return removeBranch(await connect(repoUrl, context), branch);
      },
    },
  ];
}

/** Webhooks, environments and all else in it go with it. */
async function removeRepository(
  client: RepoClient,
  { taskId, nameWasFreeAt }: { taskId: string; nameWasFreeAt?: string },
) {
  const { octokit, owner, repo } = client;
  const found = await findRepository(client);
  if (!found) return 'absent';
  const isOurs =
    (await readTaskMark(client)) === taskId ||
    (await isUnmarkedSince(client, found, nameWasFreeAt));
  if (!isOurs) return 'foreign';
  // A second try, after the answer to the first was lost, finds nothing.
  await orUndefined(octokit.rest.repos.delete({ owner, repo }));
  return 'removed';
}

async function closePullRequest(
  client: RepoClient,
  { branch, taskId }: { branch: string; taskId: string },
) {
  const { octokit, owner, repo } = client;
  if (!(await findRepository(client))) return 'absent';
  const found = await findPullRequest(client, branch);
  if (!found) return 'absent';
  if (!isMarked(found, taskId)) return 'foreign';
  await octokit.rest.pulls.update({
    owner,
    repo,
    pull_number: found.number,
    state: 'closed',
  });
  return 'removed';
}

/** Only branches that were not there before a task are ever noted with a remover. */
async function removeBranch(client: RepoClient, branch: string) {
  const { octokit, owner, repo } = client;
  if (!(await findRepository(client))) return 'absent';
  if (!(await readBranch(client, branch))) return 'absent';
  await octokit.rest.git
    .deleteRef({ owner, repo, ref: `heads/${branch}` })
    .catch(async (error: Error) => {
      // 422 "Reference does not exist": a first try, whose answer was lost, or somebody was faster.
      if (await readBranch(client, branch)) throw error;
    });
  return 'removed';
}
