import type { Approval, Change } from '@portico/plugin-approvals-common';

/** What a task wants to know of people before it goes on. */
export interface ApprovalRequest {
  /** Task and step that wait. With the change's fingerprint they make the request unique. */
  taskId: string;
  stepId: string;
  /** Who started the task, user reference. */
  requestedBy: string;
  templateRef?: string;
  templateTitle?: string;
  title: string;
  /** The requester's words. */
  reason: string;
  /** What is changed, full entity reference. */
  entityRef: string;
  /** Whose it is, for an entity that the catalog does not have (yet); the catalog's word comes first. */
  owner?: string;
  environment: string;
  change: Change;
  /** Shorter than what the rules give, never longer. */
  expiresInHours?: number;
}

/** What became of a request. */
export type RequestOutcome =
  | {
      needed: false;
      /** e.g. `No rule of approvals.rules asks for this`, or the name of the rule that lets it pass. */
      because: string;
    }
  | {
      needed: true;
      approval: Approval;
      /** True: this task had asked already, before a restart. */
      adopted: boolean;
    };

/** Whom a request would ask. */
export interface ApprovalPreview {
  needed: boolean;
  because: string;
  requirements: {
    title: string;
    reasons: string[];
    count: number;
    /** User references, with the names in `names`. */
    eligible: string[];
  }[];
  names: Record<string, string>;
}

/** How modules of the scaffolder ask people. Speaks to the approvals backend alone. */
export interface ApprovalsClient {
  /** Says who would be asked; writes nothing. */
  preview(request: ApprovalRequest): Promise<ApprovalPreview>;
  /** Asks, or finds what this task has asked already for this fingerprint, in whatever state it is. */
  request(request: ApprovalRequest): Promise<RequestOutcome>;
  /** @throws NotFoundError */
  get(approvalId: string): Promise<Approval>;
  /**
   * Ends when the approval no longer waits: with `approved`, `refused`, `expired`, `superseded`,
   * `withdrawn`, or `applied` where this task had used it before a restart. Survives a backend that
   * does not answer for a while.
   *
   * @throws the signal's reason when it aborts
   */
  wait(
    approvalId: string,
    options: {
      signal?: AbortSignal;
      onUpdate?: (approval: Approval) => void;
    },
  ): Promise<Approval>;
  /**
   * Uses the approval, once: call it right before the change is made. The same task may call it again
   * after a restart.
   *
   * @throws ConflictError if it is not approved, has expired, was used by another task, or was given
   *   for another fingerprint
   */
  markUsed(
    approvalId: string,
    use: { taskId: string; fingerprint: string },
  ): Promise<Approval>;
  /**
   * Ends an open approval since it was planned again, and asks anew for the new change. May be called
   * again: the same change finds the same approval.
   *
   * @param options.because for the history, e.g. "state had moved from serial 40 to 41"
   * @throws ConflictError if it was refused, withdrawn, used or has expired
   */
  supersede(
    approvalId: string,
    change: Change,
    options: { because: string },
  ): Promise<RequestOutcome>;
  /** Says whether the plan still fits the state; one that does not cannot be decided. */
  reportPlan(
    approvalId: string,
    plan: { fresh: boolean; checkedAt: string },
  ): Promise<void>;
  /**
   * For a task that has ended: withdraws what it has asked and not used, and forgets what was answered,
   * so that it asks anew if somebody runs it again.
   *
   * @returns how many approvals were withdrawn
   */
  withdraw(
    task: { taskId: string; stepId?: string },
    options: { because: string },
  ): Promise<number>;
}
