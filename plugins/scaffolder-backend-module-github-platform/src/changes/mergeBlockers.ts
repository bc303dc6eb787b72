import type { RepoClient } from '../client/createRepoClient';

/** What the merge of a commit waits for. */
export interface Blockers {
  /** Names of checks that run. */
  pending: string[];
  /** Names of checks that ended badly. */
  failed: string[];
}

const GOOD = ['success', 'neutral', 'skipped'];

/** How the checks of a commit are: check runs and commit statuses. */
export async function readChecks(
  { octokit, owner, repo }: RepoClient,
  sha: string,
): Promise<Blockers> {
  const [runs, statuses] = await Promise.all([
    octokit.rest.checks.listForRef({ owner, repo, ref: sha, per_page: 100 }),
    octokit.rest.repos.getCombinedStatusForRef({ owner, repo, ref: sha }),
  ]);
  const pending: string[] = [];
  const failed: string[] = [];
  for (const { name, status, conclusion } of runs.data.check_runs) {
    if (status !== 'completed') pending.push(name);
    else if (!GOOD.includes(conclusion ?? '')) failed.push(name);
  }
  for (const { context, state } of statuses.data.statuses) {
    if (state === 'pending') pending.push(context);
    else if (state !== 'success') failed.push(context);
  }
  return { pending, failed };
}
