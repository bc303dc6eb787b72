import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const examples: TemplateExample[] = [
  {
    description: 'Provision what a new service needs, in HCP Terraform',
    example: `steps:
  - id: provision-resources
    name: Provision resources
    action: terraform:apply
    input:
      workspace: \${{ parameters.name }}-dev
      directory: terraform
      entityRef: component:default/\${{ parameters.name }}
      variables:
        name: \${{ parameters.name }}
        environment: dev
      sensitiveVariables:
        database_password: \${{ secrets.databasePassword }}
`,
  },
  {
    description: 'Plan only, and show what it would cost',
    example: `steps:
  - id: plan
    name: Plan
    action: terraform:apply
    input:
      workspace: \${{ parameters.name }}-dev
      planOnly: true
`,
  },
  {
    description: "Run terraform or tofu on the portal's server",
    example: `steps:
  - id: provision-resources
    name: Provision resources
    action: terraform:apply
    input:
      executor: cli
      workspace: \${{ parameters.name }}-dev
      environment:
        AWS_REGION: eu-central-1
      timeoutMinutes: 20
`,
  },
];
