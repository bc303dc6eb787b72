import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Examples for the list of actions. */
export const examples: TemplateExample[] = [
  {
    description:
      'Say what a service and its resources will cost, before anything is made',
    example: `steps:
  - id: estimate
    name: Estimate the cost
    action: cost:estimate
    input:
      environment: \${{ parameters.environment }}
      items:
        - workload
        - \${{ parameters.resources }}
`,
  },
  {
    description:
      'Say what a larger database does to the budget of a service, and stop if nobody knows',
    example: `steps:
  - id: estimate
    name: Estimate the cost
    action: cost:estimate
    input:
      entityRef: component:default/orders
      environment: production
      items:
        - item: database
          size: db.t4g.large
          count: 2
      required: true
`,
  },
];
