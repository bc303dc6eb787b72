import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function example(description: string, id: string, input: object) {
  const action = `aws:identity-center:${id}`;
  return {
    description,
    example: stringify({ steps: [{ id, name: description, action, input }] }),
  } satisfies TemplateExample;
}

const login = "${{ steps['check-person'].output.login }}";

/** Shown in the portal's list of actions. */
export const assignExamples = [
  example('Give access to an account', 'assign', {
    login,
    assignments: [
      { account: 'mini-org-dev', permissionSet: 'DeveloperAccess' },
      { account: 'mini-org-staging', permissionSet: 'ReadOnlyAccess' },
    ],
  }),
];

export const unassignExamples = [
  example('Take all access away', 'unassign', { login }),
];
