export * from './approval';
export * from './change';
export * from './money';
export * from './permissions';
export * from './wire';
/** What a task has done, as `GET /approvals/:id/ledger` answers it. */
export {
  cleanupRunPermission,
  type LedgerOutcome,
  type LedgerRow,
  type TaskLedger,
} from '@portico/plugin-flows-common';
