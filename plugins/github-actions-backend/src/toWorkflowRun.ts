import type { RestEndpointMethodTypes } from '@octokit/rest';
import type {
  WorkflowRun,
  WorkflowRunState,
} from '@portico/plugin-github-actions-common';

type GithubRun =
  RestEndpointMethodTypes['actions']['listWorkflowRunsForRepo']['response']['data']['workflow_runs'][number];

const STATES: readonly WorkflowRunState[] = [
  'queued',
  'in_progress',
  'waiting',
  'success',
  'failure',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
  'neutral',
  'stale',
];

/** https://docs.github.com/en/rest/actions/workflow-runs: `requested` and `pending` are ways to be queued. */
function toState(run: Pick<GithubRun, 'status' | 'conclusion'>) {
  const word = run.status === 'completed' ? run.conclusion : run.status;
  if (word === 'requested' || word === 'pending') return 'queued';
  return STATES.find(state => state === word) ?? 'unknown';
}

/** What Portico shows of a run. */
export function toWorkflowRun(run: GithubRun, asOf: Date): WorkflowRun {
  const startedAt = run.run_started_at ?? run.created_at;
  const end = run.status === 'completed' ? new Date(run.updated_at) : asOf;
  const milliseconds = end.getTime() - new Date(startedAt).getTime();
  return {
    id: run.id,
    workflow: run.name ?? 'unnamed',
    number: run.run_number,
    state: toState(run),
    event: run.event,
    branch: run.head_branch ?? undefined,
    commit: {
      sha: run.head_sha,
      subject: run.head_commit?.message.split('\n')[0],
      author: run.head_commit?.author?.name ?? undefined,
    },
    startedAt,
    durationSeconds: Math.max(0, Math.round(milliseconds / 1000)),
    url: run.html_url,
  };
}
