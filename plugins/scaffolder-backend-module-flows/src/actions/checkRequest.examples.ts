import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Examples for the list of actions. */
export const examples: TemplateExample[] = [
  {
    description:
      'Check name and owner, and that GitHub, HCP Terraform and Argo CD answer, before anything is made',
    example: `steps:
  - id: check-request
    name: Check the request
    action: portico:check-request
    input:
      name: \${{ parameters.name }}
      owner: \${{ parameters.owner }}
      connections: [github, terraform, argocd, grafana]
`,
  },
  {
    description: 'Check the name in another organisation than the usual one',
    example: `steps:
  - id: check-request
    name: Check the request
    action: portico:check-request
    input:
      name: \${{ parameters.name }}
      owner: group:default/commerce
      repoUrl: github.com?owner=mini-labs&repo=\${{ parameters.name }}
`,
  },
];
