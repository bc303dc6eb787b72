import { InputError } from '@backstage/errors';
import type { RepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import type { EnvironmentInput } from '../actions/actionsCreate.input';

/** Body of https://docs.github.com/en/rest/deployments/environments#create-or-update-an-environment */
export interface EnvironmentRules {
  wait_timer: number;
  prevent_self_review: boolean;
  reviewers: { type: 'User' | 'Team'; id: number }[];
  deployment_branch_policy: {
    protected_branches: boolean;
    custom_branch_policies: boolean;
  } | null;
}

/** @throws InputError for rules that exclude each other or that GitHub refuses */
export function checkEnvironment(input: EnvironmentInput): void {
  const { name, reviewers, waitTimerMinutes: wait = 0 } = input;
  if (!name || name.length > 255 || /['"`,;\\]/.test(name)) {
    throw new InputError(
      `'${name}' is not a name for an environment: use at most 255 characters, without quotes, commas, semicolons and backslashes.`,
    );
  }
  if (!(Number.isInteger(wait) && wait >= 0 && wait <= 43_200)) {
    throw new InputError(
      `waitTimerMinutes of environment ${name} must be a whole number from 0 to 43200, not ${wait}.`,
    );
  }
  const { users = [], teams = [] } = reviewers ?? {};
  if (users.length + teams.length > 6) {
    throw new InputError(
      `Environment ${name} has ${
        users.length + teams.length
      } reviewers; GitHub takes at most 6. Name a team.`,
    );
  }
  if (input.protectedBranches && input.deploymentBranches) {
    throw new InputError(
      `Environment ${name} has protectedBranches and deploymentBranches; keep one.`,
    );
  }
  if (input.deploymentBranches?.length === 0) {
    throw new InputError(
      `deploymentBranches of environment ${name} is empty, so nothing could ever deploy; name a branch or leave it out.`,
    );
  }
}

/** The rules with GitHub's ids for the reviewers. @throws InputError for one that GitHub doesn't know */
export async function resolveRules(
  { octokit, owner, host }: RepoClient,
  input: EnvironmentInput,
): Promise<EnvironmentRules> {
  const reviewers: EnvironmentRules['reviewers'] = [];
  for (const user of input.reviewers?.users ?? []) {
    const username = nameOf(user);
    const found = await orUndefined(
      octokit.rest.users.getByUsername({ username }),
    );
    if (!found) throw unknown(`user '${username}' on ${host}`, input.name);
    reviewers.push({ type: 'User', id: found.data.id });
  }
  for (const team of input.reviewers?.teams ?? []) {
    const team_slug = nameOf(team);
    const found = await orUndefined(
      octokit.rest.teams.getByName({ org: owner, team_slug }),
    );
    if (!found) throw unknown(`team '${team_slug}' in ${owner}`, input.name);
    reviewers.push({ type: 'Team', id: found.data.id });
  }
  return {
    wait_timer: input.waitTimerMinutes ?? 0,
    prevent_self_review: input.preventSelfReview ?? false,
    reviewers,
    deployment_branch_policy:
      input.protectedBranches || input.deploymentBranches
        ? {
            protected_branches: Boolean(input.protectedBranches),
            custom_branch_policies: Boolean(input.deploymentBranches),
          }
        : null,
  };
}

function unknown(who: string, environment: string) {
  return new InputError(
    `There is no ${who} who could review environment ${environment}.`,
  );
}

/** `group:default/security` and `mini-org/security` → `security`. */
function nameOf(reference: string): string {
  return reference.replace(/^.*[:/]/, '');
}
