export {
  flowLog,
  parseFlowLogLine,
  type FlowLogLine,
  type ProgressEntry,
} from './flowLog';
export {
  PART_OF,
  type CleanupState,
  type LedgerOutcome,
  type LedgerRow,
  type TaskLedger,
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
  grafanaWritePermission,
  oktaWritePermission,
  terraformApplyPermission,
  terraformDestroyPermission,
} from './permissions';
export { repeat, type Repetition } from './repeat';
export {
  explainServiceName,
  SERVICE_NAME_MAX_LENGTH,
  type NameAvailability,
} from './serviceName';
