import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const examples: TemplateExample[] = [
  {
    description: 'Say what would change, and leave it at that',
    example: `steps:
  - id: plan
    name: Plan
    action: terraform:plan
    input:
      workspace: \${{ parameters.name }}-dev
      entityRef: component:default/\${{ parameters.name }}
`,
  },
  {
    description: 'Plan, ask people, and apply exactly what they agreed to',
    example: `steps:
  - id: plan
    name: Plan
    action: terraform:plan
    input: &terraform
      workspace: \${{ parameters.name }}-production
      entityRef: component:default/\${{ parameters.name }}
      environmentName: production
      keep: true
  - id: approval
    name: Ask for approval
    action: approval:request
    input:
      entityRef: component:default/\${{ parameters.name }}
      environment: production
      title: A queue for \${{ parameters.name }}
      reason: \${{ parameters.reason }}
      change: \${{ steps.plan.output.change }}
  - id: apply
    name: Apply that plan
    action: terraform:apply
    input:
      workspace: \${{ parameters.name }}-production
      entityRef: component:default/\${{ parameters.name }}
      environmentName: production
      runId: \${{ steps.plan.output.runId }}
      fingerprint: \${{ steps.plan.output.fingerprint }}
      approvalId: \${{ steps.approval.output.approvalId }}
`,
  },
];
