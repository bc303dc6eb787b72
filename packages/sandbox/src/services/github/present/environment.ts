import type { Github } from '../Github';
import type { Environment } from '../model';
import { nodeId } from './Presenter';
import { presentTeam } from './team';

/** Reviewers of an environment with the account or team behind each. */
export function presentReviewers(github: Github, environment: Environment) {
  const { state, present } = github;
  return environment.reviewers.flatMap(
    ({ type, id }): { type: string; reviewer: object }[] => {
      if (type === 'Team') {
        const team = state.teams.find(candidate => candidate.id === id);
        return team ? [{ type, reviewer: presentTeam(github, team) }] : [];
      }
      const account = state.accounts.find(candidate => candidate.id === id);
      return account ? [{ type, reviewer: present.user(account.login) }] : [];
    },
  );
}

/** https://docs.github.com/rest/deployments/environments#get-an-environment */
export function presentEnvironment(github: Github, environment: Environment) {
  const { present } = github;
  const { id, name, repository } = environment;
  const rule = (kind: string, offset: number) => ({
    id: id * 10 + offset,
    node_id: nodeId('Gate', id * 10 + offset),
    type: kind,
  });
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${present.repositoryApi(
      repository,
    )}/environments/${encodeURIComponent(name)}`,
    html_url: `${
      present.web
    }/${repository}/deployments/activity_log?environments_filter=${encodeURIComponent(
      name,
    )}`,
    created_at: environment.createdAt,
    updated_at: environment.updatedAt,
    can_admins_bypass: true,
    protection_rules: [
      ...(environment.waitTimer
        ? [{ ...rule('wait_timer', 1), wait_timer: environment.waitTimer }]
        : []),
      ...(environment.reviewers.length
        ? [
            {
              ...rule('required_reviewers', 2),
              prevent_self_review: environment.preventSelfReview,
              reviewers: presentReviewers(github, environment),
            },
          ]
        : []),
      ...(environment.branchPolicy ? [rule('branch_policy', 3)] : []),
    ],
    deployment_branch_policy: environment.branchPolicy,
  };
}
