import {
  confirmation,
  input,
  issueForm,
  markdown,
  textarea,
} from './formElements';

/** `user-offboarding.yml`: someone leaves. */
export function offboardingForm(): string {
  return issueForm({
    name: 'User offboarding',
    description: 'Someone leaves: every door that was opened is closed',
    title: 'Offboard: ',
    labels: ['offboarding'],
    body: [
      markdown(
        'People operations look at this and set the label `approved`; then Portico ends sessions, takes memberships and access back and lists what they owned.',
      ),
      input({
        id: 'email',
        label: 'Work e-mail',
        description: 'Of the person who leaves; their login will do.',
        required: true,
      }),
      input({
        id: 'last-day',
        label: 'Last day',
        description: 'Year, month and day, e.g. 2026-12-31.',
        placeholder: '2026-12-31',
        required: true,
      }),
      input({
        id: 'handover',
        label: 'Hand over to',
        description:
          'Login or e-mail address of who takes over; the manager if empty.',
      }),
      textarea({ id: 'notes', label: 'Notes' }),
      confirmation({
        id: 'confirmation',
        label: 'Confirmation',
        what: 'The manager knows of it',
      }),
    ],
  });
}
