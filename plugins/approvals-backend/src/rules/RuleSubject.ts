import type { Change } from '@portico/plugin-approvals-common';

/** What rules look at. */
export interface RuleSubject {
  change: Change;
  environment: string;
  templateRef?: string;
  /** Lower case, e.g. `component`. */
  entityKind: string;
  tier: string;
  owner: string;
  tags: string[];
}
