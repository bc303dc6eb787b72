export type { WorkflowRun, WorkflowRuns, WorkflowRunState } from './types';
export {
  GITHUB_PROJECT_SLUG_ANNOTATION,
  WORKFLOW_RUNS_LIMIT,
} from './constants';
