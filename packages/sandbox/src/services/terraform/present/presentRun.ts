import { toOne, type ResourceObject } from '../jsonApi';
import {
  isCancelable,
  isConfirmable,
  isDiscardable,
  isForceCancelable,
} from '../runActions';
import type { TerraformState } from '../TerraformState';
import type { CostEstimate, Run } from '../types';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run#get-run-details */
export function presentRun(run: Run): ResourceObject {
  return {
    id: run.id,
    type: 'runs',
    attributes: {
      actions: {
        'is-cancelable': isCancelable(run),
        'is-confirmable': isConfirmable(run),
        'is-discardable': isDiscardable(run),
        'is-force-cancelable': isForceCancelable(run),
      },
      'allow-config-generation': true,
      'allow-empty-apply': false,
      'auto-apply': run.autoApply,
      'canceled-at': run.canceledAt ?? null,
      'created-at': run.createdAt,
      'has-changes': run.hasChanges,
      'is-destroy': run.isDestroy,
      message: run.message,
      permissions: {
        'can-apply': true,
        'can-cancel': true,
        'can-comment': true,
        'can-discard': true,
        'can-force-cancel': true,
        'can-force-execute': true,
      },
      'plan-only': run.planOnly,
      refresh: true,
      'refresh-only': run.refreshOnly,
      'replace-addrs': null,
      'save-plan': run.savePlan,
      source: 'tfe-api',
      status: run.status,
      'status-timestamps': run.statusTimestamps,
      'target-addrs': null,
      'terraform-version': '1.11.4',
      'trigger-reason': 'manual',
      updated: null,
      variables: run.variables,
    },
    relationships: {
      workspace: { data: { id: run.workspaceId, type: 'workspaces' } },
      'configuration-version': toOne(
        'configuration-versions',
        run.configurationVersionId,
        `/api/v2/runs/${run.id}/configuration-version`,
      ),
      plan: toOne('plans', run.planId, `/api/v2/runs/${run.id}/plan`),
      apply: toOne('applies', run.applyId, `/api/v2/runs/${run.id}/apply`),
      'cost-estimate': toOne(
        'cost-estimates',
        run.costEstimate ? run.costEstimateId : undefined,
        `/api/v2/runs/${run.id}/cost-estimate`,
      ),
      'created-by': {
        data: { id: 'user-portico', type: 'users' },
        links: { related: `/api/v2/runs/${run.id}/created-by` },
      },
      'run-events': {
        data: run.events.map(event => ({ id: event.id, type: 'run-events' })),
        links: { related: `/api/v2/runs/${run.id}/run-events` },
      },
      comments: {
        data: run.comments.map(comment => ({
          id: comment.id,
          type: 'comments',
        })),
        links: { related: `/api/v2/runs/${run.id}/comments` },
      },
      'policy-checks': {
        data: [],
        links: { related: `/api/v2/runs/${run.id}/policy-checks` },
      },
      'task-stages': {
        data: [],
        links: { related: `/api/v2/runs/${run.id}/task-stages` },
      },
    },
    links: { self: `/api/v2/runs/${run.id}` },
  };
}

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

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/cost-estimates */
export function presentCostEstimate(
  run: Run,
  estimate: CostEstimate,
): ResourceObject {
  const done = run.status !== 'planned' && run.status !== 'cost_estimating';
  const money = (usd: number) => usd.toFixed(2);
  return {
    id: run.costEstimateId,
    type: 'cost-estimates',
    attributes: {
      'delta-monthly-cost': money(estimate.proposed - estimate.prior),
      'error-message': null,
      'matched-resources-count': estimate.matched.length,
      'prior-monthly-cost': money(estimate.prior),
      'proposed-monthly-cost': money(estimate.proposed),
      'resources-count': estimate.matched.length + estimate.unmatched.length,
      resources: {
        matched: estimate.matched.map(resource => ({
          address: resource.address,
          name: resource.name,
          type: resource.type,
          'prior-monthly-cost': money(resource.prior),
          'proposed-monthly-cost': money(resource.proposed),
          'delta-monthly-cost': money(resource.proposed - resource.prior),
        })),
        unmatched: estimate.unmatched,
      },
      status: done ? 'finished' : 'pending',
      'status-timestamps': {
        'queued-at': run.statusTimestamps['cost-estimating-at'],
        'finished-at': run.statusTimestamps['cost-estimated-at'],
      },
      'unmatched-resources-count': estimate.unmatched.length,
    },
    links: { self: `/api/v2/cost-estimates/${run.costEstimateId}` },
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
