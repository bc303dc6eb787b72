import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const examples: TemplateExample[] = [
  {
    description: 'Destroy the cloud resources of a service in dev',
    example: `steps:
  - id: destroy
    name: Destroy the resources in dev
    action: terraform:destroy
    input:
      workspace: \${{ parameters.name }}-dev
      entityRef: component:default/\${{ parameters.name }}
      deleteWorkspace: true
`,
  },
];
