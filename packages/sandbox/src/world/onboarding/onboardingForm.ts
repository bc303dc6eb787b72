import type { World } from '../types';
import {
  confirmation,
  dropdown,
  input,
  issueForm,
  markdown,
  textarea,
} from './formElements';

/** `user-onboarding.yml`: someone joins. */
export function onboardingForm(world: World): string {
  return issueForm({
    name: 'User onboarding',
    description: 'Someone joins: account, groups, AWS access and GitHub team',
    title: 'Onboard: ',
    labels: ['onboarding'],
    body: [
      markdown(
        'People operations look at this and set the label `approved`; then Portico does the rest and tells here how it goes.',
      ),
      input({ id: 'first-name', label: 'First name', required: true }),
      input({ id: 'last-name', label: 'Last name', required: true }),
      input({
        id: 'email',
        label: 'Work e-mail',
        description: 'The address that they will have, also their login.',
        placeholder: `nia.osei@${world.organization}.example`,
        required: true,
      }),
      input({
        id: 'manager',
        label: 'Manager',
        description: 'Login or e-mail address.',
        placeholder: 'jonas.weber',
        required: true,
      }),
      dropdown({
        id: 'team',
        label: 'Team',
        options: world.teams.map(({ name }) => name),
        required: true,
      }),
      input({
        id: 'job-title',
        label: 'Job title',
        placeholder: 'Software Engineer',
        required: true,
      }),
      input({
        id: 'start-date',
        label: 'Start date',
        description: 'Year, month and day, e.g. 2026-12-01.',
        placeholder: '2026-12-01',
        required: true,
      }),
      dropdown({
        id: 'aws-access',
        label: 'AWS access',
        description: 'What they may do in the accounts of their team.',
        options: ['None', 'ReadOnly', 'Developer'],
        preset: true,
        required: true,
      }),
      input({
        id: 'github-login',
        label: 'GitHub login',
        description: 'Leave it empty if they have no account yet.',
        placeholder: 'nia-osei',
      }),
      textarea({ id: 'notes', label: 'Notes' }),
      confirmation({
        id: 'confirmation',
        label: 'Confirmation',
        what: 'The contract is signed',
      }),
    ],
  });
}
