import { createPermission } from '@backstage/plugin-permission-common';

/** May read approvals that one asked for, may decide, or whose entity one's groups own. */
export const approvalReadPermission = createPermission({
  name: 'approvals.approval.read',
  attributes: { action: 'read' },
});

/** May read everybody's approvals. Without an action, so that no rule for reading lets it through. */
export const approvalReadAllPermission = createPermission({
  name: 'approvals.approval.read-all',
  attributes: {},
});

/** May ask for an approval, through a flow. */
export const approvalRequestPermission = createPermission({
  name: 'approvals.approval.request',
  attributes: { action: 'create' },
});

/** May decide where a rule asks for a group that one belongs to. Gives nothing without the membership. */
export const approvalDecidePermission = createPermission({
  name: 'approvals.approval.decide',
  attributes: { action: 'update' },
});

/** May name somebody who decides during one's absence. */
export const approvalDelegatePermission = createPermission({
  name: 'approvals.approval.delegate',
  attributes: { action: 'create' },
});

/** May withdraw what others asked for. */
export const approvalManagePermission = createPermission({
  name: 'approvals.approval.manage',
  attributes: { action: 'delete' },
});

/** All permissions that approvals check. */
export const approvalsPermissions = [
  approvalReadPermission,
  approvalReadAllPermission,
  approvalRequestPermission,
  approvalDecidePermission,
  approvalDelegatePermission,
  approvalManagePermission,
];
