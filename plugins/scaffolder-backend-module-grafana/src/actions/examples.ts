import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const ensureDashboardExamples: TemplateExample[] = [
  {
    description: 'Give a new service its dashboard, in the folder of its team',
    example: `steps:
  - id: dashboard
    name: Make the dashboard
    action: grafana:dashboard:ensure
    input:
      entityRef: component:default/orders
      owner: group:default/commerce
      path: service/grafana/dashboard.json
      folder:
        title: Commerce
        uid: commerce
        team: commerce
`,
  },
];

export const deleteDashboardExamples: TemplateExample[] = [
  {
    description: 'Take away the dashboard of a service that is decommissioned',
    example: `steps:
  - id: dashboard
    name: Delete the dashboard
    action: grafana:dashboard:delete
    input:
      entityRef: component:default/orders
`,
  },
];
