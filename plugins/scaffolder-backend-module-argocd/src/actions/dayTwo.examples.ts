import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const syncAppExamples: TemplateExample[] = [
  {
    description: 'Deploy what was merged, and wait until it is healthy',
    example: `steps:
  - id: sync
    name: Deploy to staging
    action: argocd:sync-app
    input:
      name: orders-staging
      entityRef: component:default/orders
      revision: \${{ steps.merge.output.sha }}
`,
  },
];

export const deleteAppExamples: TemplateExample[] = [
  {
    description: 'Take a service out of staging',
    example: `steps:
  - id: delete
    name: Remove from staging
    action: argocd:delete-app
    input:
      name: orders-staging
      entityRef: component:default/orders
`,
  },
];
