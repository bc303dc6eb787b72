import type { EnvironmentInput } from '../actions/actionsCreate.input';
import type { RepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import type { EnvironmentRules } from './environmentRules';

/** What GitHub tells of an environment's rules. */
interface EnvironmentAnswer {
  protection_rules?: {
    type: string;
    wait_timer?: number;
    prevent_self_review?: boolean;
    reviewers?: { type: 'User' | 'Team'; reviewer: { id: number } }[];
  }[];
  deployment_branch_policy?: EnvironmentRules['deployment_branch_policy'];
}

/** Makes the environment or brings its rules to what is wanted. Variables and secrets come after. */
export async function ensureEnvironment(
  client: RepoClient,
  input: EnvironmentInput,
  wanted: EnvironmentRules,
): Promise<'made' | 'changed' | 'kept'> {
  const { octokit, owner, repo } = client;
  const path = `/repos/${owner}/${repo}/environments/${encodeURIComponent(
    input.name,
  )}`;
  const found = await orUndefined(octokit.request(`GET ${path}`));
  const isSame =
    found && fingerprint(readRules(found.data)) === fingerprint(wanted);
  if (!isSame) await octokit.request(`PUT ${path}`, { ...wanted });
  const branches = await ensureBranches(client, path, input.deploymentBranches);
  if (!found) return 'made';
  return isSame && !branches ? 'kept' : 'changed';
}

function readRules(answer: EnvironmentAnswer): EnvironmentRules {
  const rule = (type: string) =>
    answer.protection_rules?.find(candidate => candidate.type === type);
  const review = rule('required_reviewers');
  return {
    wait_timer: rule('wait_timer')?.wait_timer ?? 0,
    prevent_self_review: review?.prevent_self_review ?? false,
    reviewers: (review?.reviewers ?? []).map(({ type, reviewer }) => ({
      type,
      id: reviewer.id,
    })),
    deployment_branch_policy: answer.deployment_branch_policy ?? null,
  };
}

/** Equal for rules that mean the same, whatever the order of reviewers and keys. */
function fingerprint(rules: EnvironmentRules): string {
  const policy = rules.deployment_branch_policy;
  return JSON.stringify([
    rules.wait_timer,
    rules.prevent_self_review,
    rules.reviewers.map(({ type, id }) => `${type} ${id}`).sort(),
    policy && [policy.protected_branches, policy.custom_branch_policies],
  ]);
}

/** Sets the branch patterns that may deploy to exactly these; tells whether something was written. */
async function ensureBranches(
  { octokit }: RepoClient,
  environmentPath: string,
  wanted?: string[],
): Promise<boolean> {
  if (!wanted) return false;
  const path = `${environmentPath}/deployment-branch-policies`;
  const { data } = await octokit.request(`GET ${path}`, { per_page: 100 });
  const found: { id: number; name: string }[] = data.branch_policies;
  const names = found.map(({ name }) => name);
  const added = wanted.filter(name => !names.includes(name));
  const removed = found.filter(({ name }) => !wanted.includes(name));
  for (const name of added) await octokit.request(`POST ${path}`, { name });
  for (const { id } of removed) await octokit.request(`DELETE ${path}/${id}`);
  return added.length + removed.length > 0;
}
