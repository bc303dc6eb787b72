import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { RepoClient } from '../client/createRepoClient';

export type WorkflowRun =
  RestEndpointMethodTypes['actions']['getWorkflowRun']['response']['data'];

/**
 * The first run of that commit, of that workflow (file name or `name:`) if one is given;
 * `undefined` where GitHub has none yet.
 */
export async function findRun(
  { octokit, owner, repo }: RepoClient,
  commit: string,
  workflow?: string,
): Promise<WorkflowRun | undefined> {
  const { data } = await octokit.rest.actions.listWorkflowRunsForRepo({
    owner,
    repo,
    head_sha: commit,
    per_page: 100,
  });
  return (data.workflow_runs as WorkflowRun[])
    .filter(
      run =>
        run.head_sha === commit &&
        (!workflow ||
          run.name === workflow ||
          run.path.split('@')[0].split('/').at(-1) === workflow),
    )
    .sort((left, right) => left.id - right.id)[0];
}

/** e.g. `CI #1`. */
export function titleOf(run: WorkflowRun): string {
  return `${run.name ?? 'Run'} #${run.run_number}`;
}
