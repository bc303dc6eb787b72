import type { ResourceObject } from '../jsonApi';
import type { TerraformState } from '../TerraformState';
import type { Run } from '../types';

function phaseStatus(
  run: Run,
  phase: 'plan' | 'apply',
  logEnded: boolean,
): string {
  const { status, statusTimestamps: at } = run;
  if (phase === 'plan') {
    if (['pending', 'plan_queued'].includes(status))
      return status === 'pending' ? 'pending' : 'queued';
    if (status === 'planning') return 'running';
    if (run.planResult) return 'finished';
    return status.endsWith('canceled') ? 'canceled' : 'errored';
  }
  if (status === 'apply_queued') return 'queued';
  if (status === 'applying') return 'running';
  if (status === 'applied') return 'finished';
  if (at['applying-at']) return status === 'errored' ? 'errored' : 'canceled';
  return logEnded ||
    [
      'pending',
      'plan_queued',
      'planning',
      'planned',
      'cost_estimating',
      'cost_estimated',
      'confirmed',
    ].includes(status)
    ? 'pending'
    : 'unreachable';
}

/** Counts as the API gives them: a replacement is one addition and one destruction. */
export function presentPlan(
  state: TerraformState,
  run: Run,
  baseUrl: string,
): ResourceObject {
  const { add = 0, change = 0, destroy = 0 } = run.planResult?.summary ?? {};
  const log = state.logs.get(run.planLogToken);
  return {
    id: run.planId,
    type: 'plans',
    attributes: {
      'execution-details': { mode: 'remote' },
      'generated-configuration': false,
      'has-changes': run.hasChanges,
      'log-read-url': `${baseUrl}/_archivist/v1/object/${run.planLogToken}`,
      'resource-additions': add,
      'resource-changes': change,
      'resource-destructions': destroy,
      'resource-imports': 0,
      status: phaseStatus(run, 'plan', log?.ended ?? false),
      'status-timestamps': timestamps(run, 'plan'),
      'structured-run-output-enabled':
        state.workspaces.get(run.workspaceId)?.structuredRunOutput ?? true,
    },
    relationships: { 'state-versions': { data: [] } },
    links: {
      self: `/api/v2/plans/${run.planId}`,
      'json-output': `/api/v2/plans/${run.planId}/json-output`,
    },
  };
}

export function presentApply(
  state: TerraformState,
  run: Run,
  baseUrl: string,
): ResourceObject {
  const {
    add = 0,
    change = 0,
    destroy = 0,
  } = run.status === 'applied' ? run.planResult?.summary ?? {} : {};
  return {
    id: run.applyId,
    type: 'applies',
    attributes: {
      'execution-details': { mode: 'remote' },
      'log-read-url': `${baseUrl}/_archivist/v1/object/${run.applyLogToken}`,
      'resource-additions': add,
      'resource-changes': change,
      'resource-destructions': destroy,
      'resource-imports': 0,
      status: phaseStatus(
        run,
        'apply',
        state.logs.get(run.applyLogToken)?.ended ?? false,
      ),
      'status-timestamps': timestamps(run, 'apply'),
      'structured-run-output-enabled':
        state.workspaces.get(run.workspaceId)?.structuredRunOutput ?? true,
    },
    relationships: {
      'state-versions': {
        data: run.stateVersionId
          ? [{ id: run.stateVersionId, type: 'state-versions' }]
          : [],
      },
    },
    links: { self: `/api/v2/applies/${run.applyId}` },
  };
}

function timestamps(run: Run, phase: 'plan' | 'apply') {
  const at = run.statusTimestamps;
  return phase === 'plan'
    ? {
        'queued-at': at['plan-queued-at'],
        'started-at': at['planning-at'],
        'finished-at': at['planned-at'] ?? at['planned-and-finished-at'],
        'errored-at': run.planResult ? undefined : at['errored-at'],
      }
    : {
        'queued-at': at['apply-queued-at'],
        'started-at': at['applying-at'],
        'finished-at': at['applied-at'],
        'errored-at': run.planResult ? at['errored-at'] : undefined,
      };
}
