export type Conclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'action_required';

export type Status = 'queued' | 'in_progress' | 'completed' | 'waiting';

export interface Step {
  name: string;
  number: number;
  status: Status;
  conclusion: Conclusion | null;
  startedAt: string | null;
  completedAt: string | null;
  /** The command or action that it would run. */
  action: string;
  /** Expression of the YAML's `if`. */
  condition?: string;
  continueOnError?: boolean;
  /** Secrets and variables that it names, e.g. `secrets.NPM_TOKEN`. */
  references: string[];
  log: string[];
}

export interface Job {
  id: number;
  /** Key in the YAML. */
  key: string;
  name: string;
  needs: string[];
  condition?: string;
  environment?: string;
  runsOn: string[];
  /** Values of `matrix.*`. */
  matrix: Record<string, unknown>;
  status: Status;
  conclusion: Conclusion | null;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
  steps: Step[];
  annotations: string[];
}

/** A run of a workflow; the steps are simulated, their outcome follows from the YAML. */
export interface WorkflowRun {
  id: number;
  repository: string;
  workflowId: number;
  /** e.g. `.github/workflows/ci.yaml`. */
  path: string;
  /** Name of the workflow. */
  name: string;
  title: string;
  number: number;
  attempt: number;
  event: string;
  branch: string;
  sha: string;
  actor: string;
  inputs: Record<string, unknown>;
  /** Number of the pull request that caused it. */
  pull?: number;
  status: Status;
  conclusion: Conclusion | null;
  createdAt: string;
  startedAt: string;
  updatedAt: string;
  jobs: Job[];
  /** Why the workflow file is invalid. */
  invalid?: string;
  approvals: {
    environment: string;
    state: 'approved' | 'rejected';
    user: string;
    comment: string;
  }[];
}

export interface Workflow {
  id: number;
  repository: string;
  path: string;
  name: string;
  state: 'active' | 'disabled_manually';
  createdAt: string;
  updatedAt: string;
}
