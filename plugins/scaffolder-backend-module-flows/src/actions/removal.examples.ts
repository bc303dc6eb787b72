import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const unregisterExamples: TemplateExample[] = [
  {
    description: 'Take a service out of the catalog',
    example: `steps:
  - id: unregister
    name: Take it out of the catalog
    action: catalog:unregister
    input:
      entityRef: component:default/orders
`,
  },
];

export const checkRemovalExamples: TemplateExample[] = [
  {
    description: 'Check what is to be removed before anybody is asked',
    example: `steps:
  - id: check
    name: Check what goes
    action: portico:check-removal
    input:
      entityRef: \${{ parameters.service }}
      confirmation: \${{ parameters.confirmation }}
      how: archive
`,
  },
];
