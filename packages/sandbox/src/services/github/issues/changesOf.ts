import type { Issue, IssueEvent } from '../model';

/** One difference between an issue and what it was. */
export interface Change {
  /** Entry of the timeline; the body's changes have none. */
  event?: IssueEvent['event'];
  details?: Partial<IssueEvent>;
  /** Action of the webhook; absent where GitHub sends none. */
  action?: string;
  /** What stood there, as the webhook's `changes`. */
  edited?: Record<string, { from: string | null }>;
}

/** What happened between two states of an issue, in the order in which GitHub tells it. */
export function changesOf(before: Issue, after: Issue): Change[] {
  return [
    ...listChanges(before.labels, after.labels, 'label', [
      'labeled',
      'unlabeled',
    ]),
    ...listChanges(before.assignees, after.assignees, 'assignee', [
      'assigned',
      'unassigned',
    ]),
    ...listChanges(
      before.pull?.reviewers ?? [],
      after.pull?.reviewers ?? [],
      'reviewer',
      ['review_requested', 'review_request_removed'],
    ),
    ...listChanges(
      before.pull?.teamReviewers ?? [],
      after.pull?.teamReviewers ?? [],
      'team',
      ['review_requested', 'review_request_removed'],
    ),
    ...textChanges(before, after),
    ...lockChanges(before, after),
    ...stateChanges(before, after),
  ];
}

function listChanges(
  before: string[],
  after: string[],
  key: 'label' | 'assignee' | 'reviewer' | 'team',
  [added, removed]: [IssueEvent['event'], IssueEvent['event']],
): Change[] {
  const change = (event: IssueEvent['event']) => (value: string) => ({
    event,
    action: event,
    details: { [key]: value },
  });
  return [
    ...after.filter(one => !before.includes(one)).map(change(added)),
    ...before.filter(one => !after.includes(one)).map(change(removed)),
  ];
}

function textChanges(before: Issue, after: Issue): Change[] {
  const changes: Change[] = [];
  if (before.title !== after.title) {
    changes.push({
      event: 'renamed',
      details: { rename: { from: before.title, to: after.title } },
      action: 'edited',
      edited: { title: { from: before.title } },
    });
  }
  if (before.body !== after.body) {
    changes.push({ action: 'edited', edited: { body: { from: before.body } } });
  }
  return changes;
}

function lockChanges(before: Issue, after: Issue): Change[] {
  if (before.locked === after.locked) return [];
  const event = after.locked ? 'locked' : 'unlocked';
  return [{ event, action: event }];
}

function stateChanges(before: Issue, after: Issue): Change[] {
  if (before.state === after.state) return [];
  const commitId = after.pull?.mergeCommitSha;
  const merged: Change[] = after.pull?.merged
    ? [{ event: 'merged', details: { commitId } }]
    : [];
  const event = after.state === 'closed' ? 'closed' : 'reopened';
  const { stateReason } = after;
  return [...merged, { event, action: event, details: { stateReason } }];
}
