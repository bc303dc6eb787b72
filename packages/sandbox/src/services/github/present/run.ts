import type { Github } from '../Github';
import type { Job, Workflow, WorkflowRun } from '../model';
import { nodeId } from './Presenter';

export function presentWorkflow(github: Github, workflow: Workflow) {
  const { present } = github;
  return {
    id: workflow.id,
    node_id: nodeId('Workflow', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: workflow.state,
    created_at: workflow.createdAt,
    updated_at: workflow.updatedAt,
    url: `${present.repositoryApi(workflow.repository)}/actions/workflows/${
      workflow.id
    }`,
    html_url: `${present.web}/${workflow.repository}/blob/main/${workflow.path}`,
    badge_url: `${present.web}/${
      workflow.repository
    }/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

/** https://docs.github.com/rest/actions/workflow-runs */
export function presentRun(github: Github, run: WorkflowRun) {
  const { present, state } = github;
  const [owner, name] = run.repository.split('/');
  const api = present.repositoryApi(run.repository);
  const url = `${api}/actions/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.path,
    display_title: run.title,
    run_number: run.number,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflowId,
    check_suite_id: run.id,
    check_suite_node_id: nodeId('CheckSuite', run.id),
    url,
    html_url: `${present.web}/${run.repository}/actions/runs/${run.id}`,
    pull_requests: run.pull
      ? [{ number: run.pull, url: `${api}/pulls/${run.pull}` }]
      : [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    actor: present.user(run.actor),
    triggering_actor: present.user(run.actor),
    run_attempt: run.attempt,
    run_started_at: run.startedAt,
    referenced_workflows: [],
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url:
      run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${api}/actions/workflows/${run.workflowId}`,
    head_commit: { id: run.sha, message: run.title, timestamp: run.createdAt },
    repository: present.repository(state.repository(owner, name)),
    head_repository: present.repository(state.repository(owner, name)),
  };
}

/** https://docs.github.com/rest/actions/workflow-jobs */
export function presentJob(github: Github, run: WorkflowRun, job: Job) {
  const { present } = github;
  const api = present.repositoryApi(run.repository);
  const ran = job.startedAt !== null && job.conclusion !== 'skipped';
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.name,
    head_branch: run.branch,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: run.attempt,
    node_id: nodeId('CheckRun', job.id),
    head_sha: run.sha,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${present.web}/${run.repository}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.createdAt,
    started_at: job.startedAt ?? job.createdAt,
    completed_at: job.completedAt,
    name: job.name,
    steps:
      job.conclusion === 'skipped'
        ? []
        : job.steps.map(step => ({
            name: step.name,
            status: step.status,
            conclusion: step.conclusion,
            number: step.number,
            started_at: step.startedAt,
            completed_at: step.completedAt,
          })),
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: job.runsOn,
    runner_id: ran ? 1 : null,
    runner_name: ran ? 'sandbox-runner' : null,
    runner_group_id: ran ? 1 : null,
    runner_group_name: ran ? 'Default' : null,
  };
}

/** The check run that stands for a job. */
export function presentCheckRun(github: Github, run: WorkflowRun, job: Job) {
  const {
    id,
    node_id,
    head_sha,
    html_url,
    status,
    conclusion,
    name,
    check_run_url,
  } = presentJob(github, run, job);
  return {
    id,
    node_id,
    head_sha,
    external_id: String(id),
    url: check_run_url,
    html_url,
    details_url: html_url,
    status,
    conclusion,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    output: {
      title: job.annotations[0] ?? null,
      summary: job.annotations.join('\n') || null,
      text: null,
      annotations_count: job.annotations.length,
      annotations_url: `${check_run_url}/annotations`,
    },
    name,
    check_suite: { id: run.id },
    app: { id: 15368, slug: 'github-actions', name: 'GitHub Actions' },
    pull_requests: [],
  };
}
