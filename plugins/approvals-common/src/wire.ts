import type { Approval, ApprovalState, Delegation } from './approval';
import type { ChangeCost, ChangeKind, ChangeSummary } from './change';

/**
 * What the HTTP API at `/api/approvals` takes and answers.
 *
 * | route | body or query | answer |
 * | --- | --- | --- |
 * | `GET /approvals` | `ApprovalListQuery` | `ApprovalList` |
 * | `GET /counts` | | `ApprovalCounts` |
 * | `GET /approvals/:id` | | `Approval` |
 * | `GET /approvals/:id/ledger` | | `TaskLedger`: what the task that waits has done, for all who see the approval |
 * | `POST /approvals/:id/decision` | `DecideBody` | `Approval` |
 * | `POST /approvals/:id/withdraw` | `WithdrawBody` | `Approval` |
 * | `POST /approvals/:id/remind` | | `Approval` |
 * | `GET /delegations` | | `DelegationList` |
 * | `POST /delegations` | `DelegateBody` | `Delegation` |
 * | `DELETE /delegations/:id` | | 204 |
 *
 * Errors are Backstage's: 400 `InputError`, 403 `NotAllowedError`, 404 `NotFoundError` (also where it is
 * not yours to see), 409 `ConflictError` (planned again, decided already, expired).
 */
export interface ApprovalListQuery {
  /** `mine`: waits for me to decide; `asked`: asked by me; `all`: everything I may see (default). */
  view?: 'mine' | 'asked' | 'all';
  /** One or more, repeated in the query. For `mine` only `waiting` has any. */
  state?: ApprovalState[];
  entityRef?: string;
  taskId?: string;
  /** Default 0. */
  offset?: number;
  /** 1 to 100, default 25. */
  limit?: number;
}

/** An approval as a row of a list. */
export interface ApprovalSummary
  extends Pick<
    Approval,
    | 'id'
    | 'number'
    | 'title'
    | 'reason'
    | 'requestedBy'
    | 'requestedAt'
    | 'expiresAt'
    | 'state'
    | 'taskId'
    | 'templateRef'
    | 'templateTitle'
    | 'entityRef'
    | 'owner'
    | 'environment'
    | 'tier'
    | 'supersededBy'
  > {
  change: { kind: ChangeKind; summary: ChangeSummary; cost?: ChangeCost };
  /** How many of the needed people have agreed. */
  agreed: number;
  needed: number;
  /** Titles of the requirements that still wait, e.g. `["Platform"]`. */
  waitsFor: string[];
  /** Whether it waits for whoever asks. */
  mine: boolean;
}

/** Answer of `GET /approvals`: those that expire first lead while waiting, else the newest. */
export interface ApprovalList {
  items: ApprovalSummary[];
  total: number;
  offset: number;
  limit: number;
  /** Names for people, by entity reference. */
  names: Record<string, string>;
  /** ISO 8601. */
  asOf: string;
}

/** Answer of `GET /counts`, for the navigation. */
export interface ApprovalCounts {
  /** Waits for me to decide. */
  mine: number;
  /** Asked by me and still waiting. */
  asked: number;
}

/** Body of `POST /approvals/:id/decision`. */
export interface DecideBody {
  decision: 'approve' | 'refuse';
  /** Needed to refuse. Kept in the audit log, sent to the requester. */
  comment?: string;
  /** `change.fingerprint` that the person saw; another one is answered with 409. */
  fingerprint: string;
  /** Which requirement to fill; chosen by the server if absent. */
  requirementId?: string;
}

/** Body of `POST /approvals/:id/withdraw`. */
export interface WithdrawBody {
  comment?: string;
}

/** Body of `POST /delegations`. */
export interface DelegateBody {
  /** User reference of somebody who has the right himself. */
  to: string;
  /** ISO 8601; from now if absent. */
  startsAt?: string;
  /** ISO 8601, at most 90 days ahead. */
  endsAt: string;
  note?: string;
}

/** Answer of `GET /delegations`: those that have not ended. */
export interface DelegationList {
  /** I am away. */
  given: Delegation[];
  /** I stand in. */
  received: Delegation[];
  names: Record<string, string>;
}

/** Channel of the signals that tell open pages to read again; the message is `ApprovalSignal`. */
export const APPROVALS_SIGNAL_CHANNEL = 'approvals';

/** Carries the id alone: what may be seen of it is decided when it is read. */
export type ApprovalSignal = { approvalId: string };
