import type { ApprovalDecision } from '@portico/plugin-approvals-common';

/** Whoever has decided, and whoever was decided for: their voice is spent. */
export function peopleWhoActed(decisions: ApprovalDecision[]): Set<string> {
  return new Set(
    decisions.flatMap(({ person, onBehalfOf }) =>
      onBehalfOf ? [person, onBehalfOf] : [person],
    ),
  );
}
