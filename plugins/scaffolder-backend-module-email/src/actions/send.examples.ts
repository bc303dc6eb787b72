import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function example(description: string, input: object): TemplateExample {
  const step = {
    id: 'send-welcome',
    name: 'Send the welcome mail',
    action: 'email:send',
    input,
  };
  return { description, example: stringify({ steps: [step] }) };
}

/** Shown in the portal's list of actions. */
export const examples: TemplateExample[] = [
  example('By its parts', {
    to: '${{ parameters.email }}',
    subject: 'Welcome, ${{ parameters.firstName }}',
    content: {
      title: 'Welcome, ${{ parameters.firstName }}',
      paragraphs: ['Your accounts are ready.'],
      facts: [{ label: 'Team', value: 'Commerce' }],
      button: {
        label: 'Open Portico',
        url: 'https://portico.mini-org.example',
      },
    },
  }),
  example('With HTML of its own', {
    to: ['${{ parameters.email }}', 'people@mini-org.example'],
    subject: 'Welcome, {{ name }}',
    html: '<p>Welcome, <b>{{ name }}</b></p>',
    text: 'Welcome, {{ name }}',
    values: { name: '${{ parameters.firstName }}' },
  }),
];
