import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const examples: TemplateExample[] = [
  {
    description: 'Ask before exactly this plan is applied',
    example: `steps:
  - id: approve
    name: Approval
    action: approval:request
    input:
      title: Larger \${{ parameters.name }}-db
      reason: \${{ parameters.reason }}
      entityRef: component:default/\${{ parameters.name }}
      environment: production
      change: \${{ steps.plan.output.change }}
`,
  },
  {
    description: 'Ask before a service is removed, saying what goes with it',
    example: `steps:
  - id: approve
    name: Approval
    action: approval:request
    input:
      title: Remove \${{ parameters.name }}
      reason: \${{ parameters.reason }}
      entityRef: component:default/\${{ parameters.name }}
      environment: production
      expiresInHours: 72
      change:
        kind: removal
        effects:
          - severity: bad
            text: deletes its database; the last snapshot stays for 35 days
`,
  },
];
