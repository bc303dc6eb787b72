import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function example(
  action: string,
  name: string,
  description: string,
  input: object,
): TemplateExample {
  const id = action.replace(/^.*:/, '');
  return {
    description,
    example: stringify({ steps: [{ id, name, action, input }] }),
  };
}

const login = "${{ steps['check-person'].output.login }}";

/** Shown in the portal's list of actions. */
export const createUserExamples = [
  example('okta:create-user', 'Make the Okta user', 'Brings someone in', {
    profile: {
      firstName: '${{ parameters.firstName }}',
      lastName: '${{ parameters.lastName }}',
      email: '${{ parameters.email }}',
      title: '${{ parameters.title }}',
      department: 'Commerce',
    },
    manager: 'Jonas Weber',
  }),
];

export const assignGroupsExamples = [
  example('okta:assign-groups', 'Assign groups', 'Puts them into two groups', {
    login,
    groups: ['engineers', 'commerce'],
  }),
];

export const removeGroupsExamples = [
  example('okta:remove-groups', 'Leave groups', 'Takes them out of all', {
    login,
  }),
];

export const deactivateUserExamples = [
  example('okta:deactivate-user', 'Deactivate', 'Ends sessions and sign-in', {
    login,
  }),
];
