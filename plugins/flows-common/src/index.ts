export {
  flowLog,
  parseFlowLogLine,
  type FlowLogLine,
  type LedgerEntry,
  type ProgressEntry,
} from './flowLog';
export type {
  CleanupState,
  LedgerOutcome,
  LedgerRow,
  TaskLedger,
} from './ledger';
export {
  argocdWritePermission,
  awsIdentityWritePermission,
  cleanupRunPermission,
  emailSendPermission,
  flowsPermissions,
  foreignEntityPermission,
  githubIssueWritePermission,
  githubTeamWritePermission,
  githubWritePermission,
  oktaWritePermission,
  terraformApplyPermission,
} from './permissions';
export {
  explainServiceName,
  SERVICE_NAME_MAX_LENGTH,
  type NameAvailability,
} from './serviceName';
