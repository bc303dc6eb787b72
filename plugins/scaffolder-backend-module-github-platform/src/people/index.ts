export {
  createGithubIssueCloseAction,
  createGithubIssueCommentAction,
} from './issueActions';
export type { PeopleOptions } from './PeopleOptions';
export { createGithubTeamAddMemberAction } from './teamAddMember';
export { createTeamMemberRemover } from './teamMemberRemover';
export { createGithubTeamRemoveMemberAction } from './teamRemoveMember';
