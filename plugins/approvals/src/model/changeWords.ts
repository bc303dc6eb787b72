import type {
  Approval,
  Change,
  ChangeKind,
  ChangeSummary,
  ResourceAction,
} from '@portico/plugin-approvals-common';
import type { IconName, StateName } from '@portico/ui';

/** How an action on a resource looks and reads; `state` where it is bad news. */
export const actionLooks: Record<
  ResourceAction,
  { icon: IconName; word: string; state?: StateName }
> = {
  destroy: { icon: 'minus', word: 'destroy', state: 'failing' },
  replace: { icon: 'swap', word: 'replace', state: 'degraded' },
  change: { icon: 'change', word: 'change in place' },
  add: { icon: 'plus', word: 'add' },
  read: { icon: 'search', word: 'read' },
  none: { icon: 'lock', word: 'unchanged' },
};

/** Actions of a summary, in the order of the figures. */
export const summaryActions = ['add', 'change', 'replace', 'destroy'] as const;

/** How many resources something happens to. */
export function countOf(summary: ChangeSummary): number {
  return summaryActions.reduce((sum, action) => sum + summary[action], 0);
}

const kindWords: Record<ChangeKind, string> = {
  'terraform-plan': 'Changes no resource',
  deployment: 'Deploys',
  removal: 'Removes',
  access: 'Gives access',
  other: 'Changes',
};

/** What happens where no resource is counted: "Deploys 3 commits", "Gives access". */
export function happensWords({
  kind,
  commits,
}: Pick<Change, 'kind' | 'commits'>): string {
  if (commits?.length) {
    return `${kindWords[kind]} ${commits.length} ${
      commits.length === 1 ? 'commit' : 'commits'
    }`;
  }
  return kindWords[kind];
}

/** What becomes of it once the last one has agreed. */
export function nextWords({
  change,
}: {
  change: Pick<Change, 'kind' | 'plan'>;
}): string {
  if (change.plan)
    return `Applies ${change.plan.id} at once, and nothing else.`;
  switch (change.kind) {
    case 'deployment':
      return 'Brings in exactly this at once, and nothing else.';
    case 'removal':
      return 'Removes exactly this at once, and nothing else.';
    case 'access':
      return 'Gives exactly this access at once, and nothing else.';
    default:
      return 'The flow goes on at once with exactly this, and nothing else.';
  }
}

/** What the button says that agrees. */
export function approveLabel({ change }: Pick<Approval, 'change'>): string {
  switch (change.kind) {
    case 'terraform-plan':
      return 'Approve this plan';
    case 'deployment':
      return 'Approve this deployment';
    case 'removal':
      return 'Approve this removal';
    case 'access':
      return 'Approve this access';
    default:
      return 'Approve this change';
  }
}
