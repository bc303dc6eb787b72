import type { RepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import { orExists } from '../client/orExists';

/** Topic of every repository that Portico made, for people and for searches. */
export const PORTICO_TOPIC = 'portico';

/**
 * Repository variable that says which task made the repository. A topic or a description could be
 * set by anyone who edits the page; a variable takes write access and stays out of sight.
 */
const VARIABLE = 'PORTICO_TASK';

/** The id of the task that made it; `undefined` if Portico did not. */
export async function readTaskMark(
  client: RepoClient,
): Promise<string | undefined> {
  const { octokit, owner, repo } = client;
  const answer = await orUndefined(
    octokit.rest.actions.getRepoVariable({ owner, repo, name: VARIABLE }),
  );
  return answer?.data.value;
}

export async function writeTaskMark(
  client: RepoClient,
  taskId: string,
): Promise<void> {
  const { octokit, owner, repo } = client;
  const name = VARIABLE;
  const value = taskId;
  if ((await readTaskMark(client)) !== undefined) return;
  await orExists({
    make: async () => {
      const variable = { owner, repo, name, value };
      await octokit.rest.actions.createRepoVariable(variable);
    },
    refusal: 'ConflictError',
    settle: async error => {
      if ((await readTaskMark(client)) !== taskId) throw error;
    },
  });
}
