import type { ChangeKind } from '@portico/plugin-approvals-common';

/** What has to hold for a rule to match; an absent condition always holds. */
export interface RuleCondition {
  environment?: string[];
  changeKind?: ChangeKind[];
  template?: string[];
  entityKind?: string[];
  tier?: string[];
  owner?: string[];
  tag?: string[];
  action?: RuleAction[];
  resourceType?: string[];
  /** Decimal strings, in `currency`. */
  monthlyIncreaseOver?: string;
  monthlyCostOver?: string;
  currency: string;
  /** The whole entity costs more than its budget afterwards, and more than before. */
  overBudget: boolean;
  orCostUnknown: boolean;
}

/** What of a change's summary a rule can look at. */
export type RuleAction = 'add' | 'change' | 'replace' | 'destroy';

/** Who has to agree. */
export interface RuleRequirement {
  /** `owner`, or the deciders joined. */
  id: string;
  title: string;
  /** True: whoever owns the entity when it is decided. */
  owner: boolean;
  /** Groups and users, full references. */
  deciders: string[];
  delegates: string[];
  count: number;
}

/** One of `approvals.rules`. */
export interface ApprovalRule {
  name: string;
  because?: string;
  when: RuleCondition;
  requires: RuleRequirement[];
  expiresInHours?: number;
}

/** Whom a late answer is told to. */
export interface Escalation {
  atPercent: number;
  to: string[];
  mayDecide: boolean;
}

/** The section `approvals`. */
export interface ApprovalsConfig {
  expiresInHours: number;
  remindAtPercent: number;
  onePersonMayFillSeveral: boolean;
  escalation?: Escalation;
  rules: ApprovalRule[];
}
