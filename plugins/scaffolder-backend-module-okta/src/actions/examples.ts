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

export const checkPersonExamples = [
  example('portico:check-person', 'Check the request', 'Someone joins', {
    purpose: 'joining',
    firstName: '${{ parameters.firstName }}',
    lastName: '${{ parameters.lastName }}',
    email: '${{ parameters.email }}',
    managerRef: '${{ parameters.managerRef }}',
    teamRef: '${{ parameters.teamRef }}',
    startDate: '${{ parameters.startDate }}',
    awsAccess: 'Developer',
  }),
  example('portico:check-person', 'Check the request', 'Someone leaves', {
    purpose: 'leaving',
    userRef: '${{ parameters.userRef }}',
  }),
];

export const listOwnedExamples = [
  example('portico:list-owned', 'List what they own', 'With a successor', {
    userRef: "${{ steps['check-person'].output.entityRef }}",
    successorRef: "${{ steps['check-person'].output.successorRef }}",
  }),
];
