import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  Approval,
  ApprovalCounts,
  ApprovalList,
  ApprovalListQuery,
  DecideBody,
  DelegateBody,
  Delegation,
  DelegationList,
  TaskLedger,
} from '@portico/plugin-approvals-common';

/**
 * What the pages ask of the approvals backend. All of it fails with a `ResponseError` whose `cause.name` is
 * one of those at `ApprovalListQuery`.
 */
export interface ApprovalsApi {
  list(query: ApprovalListQuery): Promise<ApprovalList>;
  counts(): Promise<ApprovalCounts>;
  get(id: string): Promise<Approval>;
  /** What the task that waits for the approval has done so far. */
  ledger(id: string): Promise<TaskLedger>;
  decide(id: string, body: DecideBody): Promise<Approval>;
  withdraw(id: string, comment?: string): Promise<Approval>;
  /** Writes again to those who have not decided. */
  remind(id: string): Promise<Approval>;
  delegations(): Promise<DelegationList>;
  delegate(body: DelegateBody): Promise<Delegation>;
  endDelegation(id: string): Promise<void>;
  /** Has what a task left removed once more. */
  cleanUp(taskId: string): Promise<void>;
}

/** Client of the approvals backend. */
export const approvalsApiRef = createApiRef<ApprovalsApi>().with({
  id: 'plugin.approvals.client',
  pluginId: 'approvals',
});
