import type { createGithubRepoCreateAction } from '@backstage/plugin-scaffolder-backend-module-github';

/** Input of upstream's `github:repo:create`, which ours takes too. */
export type RepoCreateInput = Parameters<
  ReturnType<typeof createGithubRepoCreateAction>['handler']
>[0]['input'];

/** Body of https://docs.github.com/en/rest/repos/repos#create-an-organization-repository */
export type RepositorySettings = ReturnType<typeof readSettings>;

/** The repository's settings with upstream's defaults. */
export function readSettings(input: RepoCreateInput) {
  return {
    visibility: input.repoVisibility ?? 'private',
    custom_properties: input.customProperties,
    description: input.description,
    homepage: input.homepage,
    auto_init: input.autoInit,
    has_issues: input.hasIssues,
    has_projects: input.hasProjects,
    has_wiki: input.hasWiki,
    delete_branch_on_merge: input.deleteBranchOnMerge ?? false,
    allow_merge_commit: input.allowMergeCommit ?? true,
    allow_squash_merge: input.allowSquashMerge ?? true,
    squash_merge_commit_title:
      input.squashMergeCommitTitle ?? ('COMMIT_OR_PR_TITLE' as const),
    squash_merge_commit_message:
      input.squashMergeCommitMessage ?? ('COMMIT_MESSAGES' as const),
    allow_rebase_merge: input.allowRebaseMerge ?? true,
    allow_auto_merge: input.allowAutoMerge ?? false,
    allow_update_branch: input.allowUpdateBranch ?? false,
  };
}
