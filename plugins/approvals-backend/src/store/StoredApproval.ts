import type {
  ApprovalDecision,
  ApprovalEvent,
  ApprovalState,
  Change,
} from '@portico/plugin-approvals-common';

/** A requirement as it was asked; who holds the role is looked up when it counts. */
export interface StoredRequirement {
  id: string;
  title: string;
  owner: boolean;
  deciders: string[];
  delegates: string[];
  reasons: string[];
  rules: string[];
  count: number;
  /** Groups that were told as well, and whether they may decide. */
  escalatedTo?: string[];
  escalationDecides?: boolean;
}

/** An approval as it lies in the database. */
export interface StoredApproval {
  number: number;
  id: string;
  /** Id of the first approval of those that supersede one another. */
  chainId: string;
  title: string;
  reason: string;
  requestedBy: string;
  requestedAt: Date;
  expiresAt: Date;
  state: ApprovalState;
  taskId: string;
  stepId: string;
  templateRef?: string;
  templateTitle?: string;
  entityRef: string;
  owner: string;
  environment: string;
  tier?: string;
  change: Change;
  requirements: StoredRequirement[];
  supersedes?: string;
  supersededBy?: string;
  usedAt?: Date;
  remindedAt?: Date;
  escalatedAt?: Date;
  version: number;
  /** Its task has ended: what it asks when it runs again is asked anew. */
  released: boolean;
}

export type NewApproval = Omit<
  StoredApproval,
  'number' | 'version' | 'released'
>;
export type NewDecision = Omit<ApprovalDecision, 'id' | 'at'> & { at: Date };

/** A line for the history. */
export interface NewHistory {
  event: ApprovalEvent;
  who?: string;
  text: string;
  at: Date;
}

/** Something that has to reach somebody, tried until it does. */
export type OutboxMessage =
  | {
      channel: 'notification';
      recipients: string[];
      title: string;
      description: string;
      link: string;
      severity: 'critical' | 'high' | 'normal' | 'low';
      topic: string;
      scope: string;
    }
  | {
      channel: 'email';
      to: string;
      subject: string;
      html: string;
      text: string;
    };

/** What goes with a write, in the same transaction. */
export interface Consequences {
  decision?: NewDecision;
  history?: NewHistory[];
  messages?: OutboxMessage[];
  /** Everyone who may decide, as groups and users: what lists are searched by. */
  deciderRefs?: string[];
  /** Another approval that takes this one's place. */
  successor?: { approval: NewApproval } & Omit<Consequences, 'successor'>;
}

/** A change of an approval. */
export interface ApprovalUpdate extends Consequences {
  /** True: its task has ended; should it run again, it asks anew. */
  released?: boolean;
  patch: Partial<
    Pick<
      StoredApproval,
      | 'state'
      | 'owner'
      | 'change'
      | 'requirements'
      | 'supersededBy'
      | 'usedAt'
      | 'remindedAt'
      | 'escalatedAt'
    >
  >;
}
