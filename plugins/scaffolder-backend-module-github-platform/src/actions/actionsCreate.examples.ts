import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const repoUrl = 'github.com?owner=mini-org&repo=orders-api';

function example(description: string, input: object): TemplateExample {
  return {
    description,
    example: stringify({
      steps: [
        {
          id: 'setup-ci',
          name: 'Set up CI',
          action: 'github:actions:create',
          input: { repoUrl, ...input },
        },
      ],
    }),
  };
}

/** Shown in the portal's list of actions; the tests hold them against the schema. */
export const examples: TemplateExample[] = [
  example(
    'Brings the workflows of the skeleton, a secret and an environment, and waits for the first run',
    {
      sourcePath: './service',
      variables: { AWS_REGION: 'eu-central-1' },
      secrets: { NPM_TOKEN: '${{ secrets.NPM_TOKEN }}' },
      environments: [{ name: 'dev', variables: { LOG_LEVEL: 'debug' } }],
      waitForRun: { workflow: 'ci.yaml', timeoutMinutes: 10 },
    },
  ),
  example('Writes one workflow', {
    workflows: {
      'hello.yaml': stringify({
        name: 'Hello',
        on: 'push',
        jobs: {
          hello: { 'runs-on': 'ubuntu-latest', steps: [{ run: 'echo Hello' }] },
        },
      }),
    },
    commitMessage: 'Say hello on each push',
  }),
  example('Guards production with reviewers, a pause and branch rules', {
    environments: [
      {
        name: 'production',
        reviewers: { teams: ['security'], users: ['lena-fischer'] },
        waitTimerMinutes: 10,
        preventSelfReview: true,
        deploymentBranches: ['main', 'release/*'],
        secrets: { DEPLOY_KEY: '${{ secrets.DEPLOY_KEY }}' },
      },
      { name: 'staging', protectedBranches: true },
    ],
  }),
];
