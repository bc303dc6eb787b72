/** How a workflow run stands, as GitHub says it: `status` until it is completed, then its `conclusion`. */
export type WorkflowRunState =
  | 'queued'
  | 'in_progress'
  | 'waiting'
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'neutral'
  | 'stale'
  | 'unknown';

/** One run of a GitHub Actions workflow. */
export interface WorkflowRun {
  id: number;
  /** Name of the workflow, e.g. "CI". */
  workflow: string;
  /** Counts the workflow's runs from 1. */
  number: number;
  state: WorkflowRunState;
  /** What set it off, e.g. `push`. */
  event: string;
  branch?: string;
  commit: {
    sha: string;
    /** First line of the commit's message. */
    subject?: string;
    author?: string;
  };
  /** ISO 8601. */
  startedAt: string;
  /** Seconds from start to end, or until `asOf` while it is under way. */
  durationSeconds: number;
  /** The run's page on GitHub. */
  url: string;
}

/** The latest workflow runs of an entity's repository. */
export interface WorkflowRuns {
  /** `owner/name`. */
  repository: string;
  /** The repository's Actions page. */
  url: string;
  /** When GitHub was asked; ISO 8601. */
  asOf: string;
  /** Newest first. */
  runs: WorkflowRun[];
}
