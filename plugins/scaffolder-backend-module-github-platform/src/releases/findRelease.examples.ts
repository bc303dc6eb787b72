import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const findReleaseExamples: TemplateExample[] = [
  {
    description: 'What staging runs, for production',
    example: `steps:
  - id: release
    name: Find the release
    action: portico:find-release
    input:
      repoUrl: github.com?owner=mini-org&repo=orders
      service: orders
      environment: production
      how: promote
`,
  },
];
