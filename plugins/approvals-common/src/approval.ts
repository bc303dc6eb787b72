import type { Change } from './change';

/**
 * How far an approval is. Open: `waiting`, and `approved` until it is used. Ended: `refused`, `expired`,
 * `superseded` (planned again, see `supersededBy`), `withdrawn`, and `applied` (used by its task).
 */
export type ApprovalState =
  | 'waiting'
  | 'approved'
  | 'refused'
  | 'expired'
  | 'superseded'
  | 'withdrawn'
  | 'applied';

/** All states, open ones first. */
export const approvalStates: ApprovalState[] = [
  'waiting',
  'approved',
  'refused',
  'expired',
  'superseded',
  'withdrawn',
  'applied',
];

/** One "yes" that is needed, by a role, from one or more people. */
export interface Requirement {
  /** Unique within the approval, e.g. `owner`, `group:default/platform-admins`. */
  id: string;
  /** e.g. "Owner", "Platform". */
  title: string;
  /** Who holds the role: groups or persons, as entity references. */
  deciders: string[];
  /** Why it is asked, e.g. "production always asks", "more than 100 USD a month". */
  reasons: string[];
  /** Names of the rules that ask. */
  rules: string[];
  /** How many people have to agree. */
  count: number;
  /** Who may decide now, as user references; never the requester, nobody who has decided. */
  eligible: string[];
  /** Ids of `Approval.decisions` made for it. */
  decidedBy: number[];
  met: boolean;
  /** Groups that were told as well since nobody had answered in time. */
  escalatedTo?: string[];
}

/** What one person said. */
export interface ApprovalDecision {
  id: number;
  requirementId: string;
  /** User reference. */
  person: string;
  /** Whom this person stood in for. */
  onBehalfOf?: string;
  decision: 'approve' | 'refuse';
  comment?: string;
  /** What exactly was decided on. */
  fingerprint: string;
  /** ISO 8601. */
  at: string;
}

/** What happened to an approval. */
export type ApprovalEvent =
  | 'started'
  | 'asked'
  | 'planned'
  | 'discarded'
  | 'approved'
  | 'refused'
  | 'reminded'
  | 'escalated'
  | 'expired'
  | 'superseded'
  | 'withdrawn'
  | 'applied'
  | 'not-delivered';

/** A line of the history, newest first. */
export interface HistoryEntry {
  id: number;
  event: ApprovalEvent;
  /** User reference; absent: Portico itself. */
  who?: string;
  /** ISO 8601. */
  at: string;
  /** e.g. `approved for the owner: “Agreed, apply before 15:00.”`. */
  text: string;
}

/** What whoever asks may do with the approval now. */
export interface ApprovalViewer {
  /** Requirements that this person can fill now; not empty: show the buttons. */
  mayDecide: string[];
  /** Why not, in a sentence, where `mayDecide` is empty. */
  whyNot?: string;
  mayWithdraw: boolean;
  mayRemind: boolean;
  /** e.g. "For Jonas Weber, away until 24 November". */
  delegationNote?: string;
  /** Whom this person stands in for if he decides. */
  onBehalfOf?: string;
}

/** One question to people: may this task do exactly this? */
export interface Approval {
  /** UUID; the page is `/approvals/<id>`. */
  id: string;
  /** Short number to talk about it. */
  number: number;
  title: string;
  /** The requester's words. */
  reason: string;
  /** User reference. */
  requestedBy: string;
  /** ISO 8601. */
  requestedAt: string;
  /** ISO 8601; afterwards it can be neither decided nor used. */
  expiresAt: string;
  state: ApprovalState;
  /** Scaffolder task and step that wait. */
  taskId: string;
  stepId: string;
  templateRef?: string;
  templateTitle?: string;
  /** What is changed, and whose it is (group or user reference). */
  entityRef: string;
  owner: string;
  environment: string;
  tier?: string;
  change: Change;
  requirements: Requirement[];
  decisions: ApprovalDecision[];
  /** Of this approval and those that it supersedes, newest first. */
  history: HistoryEntry[];
  /** The approval that was asked in its place, since it was planned again. */
  supersededBy?: string;
  supersedes?: string;
  /** ISO 8601; when the task used it. */
  usedAt?: string;
  /** Names for people of all users, groups and entities above, by entity reference. */
  names: Record<string, string>;
  /** Team of the requester, e.g. `group:default/commerce`. */
  requesterTeam?: string;
  viewer: ApprovalViewer;
  /** When this was read, ISO 8601. */
  asOf: string;
}

/** Somebody who decides for somebody who is away. Gives no right that he lacks. */
export interface Delegation {
  id: string;
  /** Who is away, user reference. */
  from: string;
  /** Who decides meanwhile, user reference. */
  to: string;
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
  note?: string;
  state: 'planned' | 'active';
}
