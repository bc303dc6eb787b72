import type { GithubState } from '../GithubState';
import type { Workflow, WorkflowRun } from '../model';
import type { ParsedWorkflow } from './parseWorkflow';
import { planJobs } from './planRun';
import { runContexts } from './runFacts';

/** What caused a run. */
export type RunCause = Pick<
  WorkflowRun,
  'event' | 'branch' | 'sha' | 'actor' | 'title' | 'inputs' | 'pull'
>;

/** A queued run of a workflow; without jobs if the file is not valid. */
export function buildRun(
  state: GithubState,
  workflow: Workflow,
  parsed: ParsedWorkflow | undefined,
  cause: RunCause,
): WorkflowRun {
  const now = state.now();
  const run: WorkflowRun = {
    id: state.nextId(),
    repository: workflow.repository,
    workflowId: workflow.id,
    path: workflow.path,
    name: workflow.name,
    number: state.nextNumber(`runs/${workflow.id}`),
    attempt: 1,
    ...cause,
    status: 'queued',
    conclusion: null,
    createdAt: now,
    startedAt: now,
    updatedAt: now,
    jobs: [],
    approvals: [],
  };
  if (parsed) {
    run.jobs = planJobs(parsed, {
      contexts: runContexts(state, run),
      createdAt: now,
      nextId: () => state.nextId(),
    });
  }
  return run;
}
