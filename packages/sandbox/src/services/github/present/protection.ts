import type { Github } from '../Github';
import type { Allowance, Protection } from '../model';
import { presentTeam } from './team';

function allowance(github: Github, url: string, { users, teams }: Allowance) {
  return {
    url,
    users_url: `${url}/users`,
    teams_url: `${url}/teams`,
    apps_url: `${url}/apps`,
    users: users.map(login => github.present.user(login)),
    teams: teams.flatMap(slug => {
      const team = github.state.teams.get(slug);
      return team ? [presentTeam(github, team)] : [];
    }),
    apps: [],
  };
}

/** Each part of a protection as the API gives it; parts that are off are `undefined`. */
export function presentProtection(github: Github, protection: Protection) {
  const { repository, branch, reviews, statusChecks, restrictions } =
    protection;
  const url = `${github.present.repositoryApi(
    repository,
  )}/branches/${encodeURIComponent(branch)}/protection`;
  const enabled = (value: boolean) => ({ enabled: value });
  return {
    url,
    required_status_checks: statusChecks && {
      url: `${url}/required_status_checks`,
      strict: statusChecks.strict,
      contexts: statusChecks.contexts,
      contexts_url: `${url}/required_status_checks/contexts`,
      checks: statusChecks.contexts.map(context => ({ context, app_id: null })),
    },
    required_pull_request_reviews: reviews && {
      url: `${url}/required_pull_request_reviews`,
      dismiss_stale_reviews: reviews.dismissStaleReviews,
      require_code_owner_reviews: reviews.requireCodeOwnerReviews,
      require_last_push_approval: reviews.requireLastPushApproval,
      required_approving_review_count: reviews.requiredApprovingReviewCount,
      ...(reviews.dismissal
        ? {
            dismissal_restrictions: allowance(
              github,
              `${url}/dismissal_restrictions`,
              reviews.dismissal,
            ),
          }
        : {}),
      ...(reviews.bypass
        ? {
            bypass_pull_request_allowances: allowance(
              github,
              `${url}/bypass_pull_request_allowances`,
              reviews.bypass,
            ),
          }
        : {}),
    },
    restrictions:
      restrictions && allowance(github, `${url}/restrictions`, restrictions),
    required_signatures: {
      url: `${url}/required_signatures`,
      enabled: protection.requiredSignatures,
    },
    enforce_admins: {
      url: `${url}/enforce_admins`,
      enabled: protection.enforceAdmins,
    },
    required_linear_history: enabled(protection.requiredLinearHistory),
    allow_force_pushes: enabled(protection.allowForcePushes),
    allow_deletions: enabled(protection.allowDeletions),
    block_creations: enabled(protection.blockCreations),
    required_conversation_resolution: enabled(
      protection.requiredConversationResolution,
    ),
    lock_branch: enabled(protection.lockBranch),
    allow_fork_syncing: enabled(protection.allowForkSyncing),
  };
}
