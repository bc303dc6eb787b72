export { APPROVALS_TOPIC } from './ApprovalChanges';
export type {
  ApprovalPreview,
  ApprovalRequest,
  ApprovalsClient,
  RequestOutcome,
} from './ApprovalsClient';
export { approvalsClientServiceRef } from './approvalsClientServiceRef';
export { HttpApprovalsClient } from './HttpApprovalsClient';
