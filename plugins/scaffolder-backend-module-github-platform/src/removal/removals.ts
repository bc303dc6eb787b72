import type { LedgerThing } from '@portico/plugin-flows-node';

/** Ids of the removers of this module. */
export const REPOSITORY = 'github:repository';
export const PULL_REQUEST = 'github:pull-request';
export const BRANCH = 'github:branch';

export type RepositoryRemoval = {
  repoUrl: string;
  /** When the task saw that the name was free: what came since then, unmarked, is the task's. */
  nameWasFreeAt?: string;
};

export type BranchRemoval = { repoUrl: string; branch: string };

/** What the ledger says of a repository that is to be made. */
export function repositoryThing(
  slug: string,
  params: RepositoryRemoval,
): LedgerThing {
  return {
    kind: 'Repository',
    name: slug,
    ifItFails: 'deleted',
    command: `gh repo delete ${slug} --yes`,
    remover: { id: REPOSITORY, params },
  };
}

/** What the ledger says of a branch that was not there. */
export function branchThing(slug: string, params: BranchRemoval): LedgerThing {
  const { branch } = params;
  return {
    kind: 'Branch',
    name: `${slug} ${branch}`,
    ifItFails: 'deleted',
    command: `gh api -X DELETE repos/${slug}/git/refs/heads/${branch}`,
    remover: { id: BRANCH, params },
  };
}

/** What the ledger says of a pull request from a branch. */
export function pullRequestThing(
  slug: string,
  params: BranchRemoval,
): LedgerThing {
  const { branch } = params;
  return {
    kind: 'Pull request',
    name: `${slug} ${branch}`,
    ifItFails: 'closed',
    command: `gh pr close ${branch} --repo ${slug}`,
    remover: { id: PULL_REQUEST, params },
  };
}
