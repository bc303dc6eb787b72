/** An issue, or a pull request, which GitHub counts among the issues. */
export interface Issue {
  id: number;
  /** `owner/name`. */
  repository: string;
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason?: 'completed' | 'not_planned' | 'reopened';
  user: string;
  labels: string[];
  assignees: string[];
  milestone?: number;
  locked: boolean;
  lockReason?: string;
  createdAt: string;
  updatedAt: string;
  closedAt?: string;
  closedBy?: string;
  pull?: PullPart;
}

/** What a pull request has beside the issue. */
export interface PullPart {
  draft: boolean;
  headRef: string;
  /** Last commit of the head branch; kept when the branch goes. */
  headSha: string;
  baseRef: string;
  /** Commit of the base branch at merge, or now. */
  baseSha: string;
  reviewers: string[];
  teamReviewers: string[];
  merged: boolean;
  mergedAt?: string;
  mergedBy?: string;
  mergeCommitSha?: string;
  /** Merges it as soon as nothing stands against that. */
  autoMerge?: AutoMerge;
}

export interface AutoMerge {
  /** Login of who switched it on, and as whom it merges. */
  enabledBy: string;
  method: 'merge' | 'squash' | 'rebase';
  title?: string;
  message?: string;
  enabledAt: string;
}

export interface Comment {
  id: number;
  repository: string;
  issue: number;
  user: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface Review {
  id: number;
  repository: string;
  pull: number;
  user: string;
  body: string;
  state:
    | 'APPROVED'
    | 'CHANGES_REQUESTED'
    | 'COMMENTED'
    | 'DISMISSED'
    | 'PENDING';
  commitSha: string;
  submittedAt: string;
}

export interface Label {
  id: number;
  repository: string;
  name: string;
  color: string;
  description: string | null;
}

/** What happened to an issue or pull request, as its timeline tells it. */
export interface IssueEvent {
  id: number;
  repository: string;
  issue: number;
  event:
    | 'assigned'
    | 'auto_merge_disabled'
    | 'auto_merge_enabled'
    | 'closed'
    | 'head_ref_deleted'
    | 'labeled'
    | 'locked'
    | 'merged'
    | 'renamed'
    | 'reopened'
    | 'review_request_removed'
    | 'review_requested'
    | 'unassigned'
    | 'unlabeled'
    | 'unlocked';
  /** Login of who did it. */
  actor: string;
  createdAt: string;
  label?: string;
  assignee?: string;
  rename?: { from: string; to: string };
  /** Login of the reviewer whom it is about. */
  reviewer?: string;
  /** Slug of the team whom it is about. */
  team?: string;
  commitId?: string;
  stateReason?: Issue['stateReason'];
}
