import type { Github } from '../Github';
import { changeIssue } from '../issues';
import type { Pull } from '../present/pull';
import { ownersOfChanges } from './codeOwners';

/** Asks the owners of what a pull request changes for their review. */
export async function requestOwners(github: Github, pull: Pull): Promise<Pull> {
  if (pull.pull.draft) return pull;
  const owned = [...(await ownersOfChanges(github, pull)).values()];
  const { reviewers, teamReviewers } = pull.pull;
  const users = owned.flatMap(owners => owners.users);
  const teams = owned.flatMap(owners => owners.teams);
  const asked = {
    ...pull,
    pull: {
      ...pull.pull,
      reviewers: [
        ...new Set([...reviewers, ...users.filter(one => one !== pull.user)]),
      ],
      teamReviewers: [...new Set([...teamReviewers, ...teams])],
    },
  };
  return changeIssue(github, pull, asked, pull.user);
}
