import {
  completeChange,
  type ApprovalRequest,
  type ChangeDraft,
} from '@portico/plugin-approvals-node';
import { MARTA } from './world';

/** The rules that docs/approvals.md begins with, as config. */
export const rules = [
  {
    name: 'production',
    because: 'production always asks',
    when: { environment: 'production' },
    requires: [{ role: 'owner' }],
  },
  {
    name: 'production-cost',
    when: { environment: 'production', monthlyIncreaseOver: 100 },
    requires: [{ group: 'platform-admins', title: 'Platform' }],
  },
  {
    name: 'production-destructive',
    when: { environment: 'production', action: ['replace', 'destroy'] },
    requires: [{ group: 'platform-admins', title: 'Platform' }],
  },
  {
    name: 'development',
    when: { environment: 'development' },
    requires: [],
  },
];

/** A plan for orders-db: 187.20 to 301.60 USD a month, with a replacement. */
export function planned(overrides: Partial<ChangeDraft> = {}) {
  return completeChange({
    kind: 'terraform-plan',
    where: { environment: 'production', workspace: 'orders-production' },
    summary: { add: 2, change: 1, replace: 1, destroy: 1 },
    cost: {
      monthlyBefore: '187.20',
      monthlyAfter: '301.60',
      currency: 'USD',
      source: 'Estimated by HCP Terraform',
    },
    effects: [
      {
        severity: 'warn',
        resource: 'aws_db_instance.orders',
        text: 'restarts the database',
      },
    ],
    plan: {
      id: 'run-q8fJ2vXs',
      plannedAt: '2026-11-20T13:57:40Z',
      stateSerial: 41,
      fresh: true,
    },
    ...overrides,
  });
}

/** Marta asks for a larger orders-db. */
export function asked(overrides: Partial<ApprovalRequest> = {}) {
  return {
    taskId: 'task-1',
    stepId: 'approve',
    requestedBy: MARTA,
    templateRef: 'template:default/add-resource',
    templateTitle: 'add-resource',
    title: 'Larger orders-db',
    reason: '48 of 50 connections since today’s deploy.',
    entityRef: 'component:default/orders',
    environment: 'production',
    change: planned(),
    ...overrides,
  };
}
