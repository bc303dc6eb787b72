import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function example(
  action: string,
  description: string,
  input: object,
): TemplateExample {
  const id = action.replace(/^github:/, '').replaceAll(':', '-');
  return {
    description,
    example: stringify({ steps: [{ id, name: description, action, input }] }),
  };
}

const org = '${{ environment.parameters.githubOrganization }}';
const username = '${{ parameters.githubLogin }}';
const issueUrl = '${{ parameters.issueUrl }}';

/** Shown in the portal's list of actions. */
export const addMemberExamples = [
  example('github:team:add-member', 'Put someone into a team', {
    org,
    team: 'commerce',
    username,
  }),
];

export const removeMemberExamples = [
  example('github:team:remove-member', 'Take someone out of a team', {
    org,
    team: 'commerce',
    username,
  }),
  example('github:team:remove-member', 'Take someone out of the organisation', {
    org,
    username,
  }),
];

export const issueCommentExamples = [
  example('github:issue:comment', 'Tell how it goes', {
    issueUrl,
    body: 'The Okta user is there; AWS access comes next.',
  }),
];

export const issueCloseExamples = [
  example('github:issue:close', 'Close the request', {
    issueUrl,
    comment: 'Done: see the [task](${{ context.task.id }}).',
    reason: 'completed',
  }),
];
