export {
  flowLog,
  parseFlowLogLine,
  type FlowLogLine,
  type LedgerEntry,
  type ProgressEntry,
} from './flowLog';
export {
  argocdWritePermission,
  flowsPermissions,
  githubWritePermission,
  terraformApplyPermission,
} from './permissions';
export {
  explainServiceName,
  SERVICE_NAME_MAX_LENGTH,
  type NameAvailability,
} from './serviceName';
