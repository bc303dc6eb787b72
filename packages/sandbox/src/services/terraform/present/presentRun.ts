import { toOne, type ResourceObject } from '../jsonApi';
import {
  isCancelable,
  isConfirmable,
  isDiscardable,
  isForceCancelable,
} from '../runActions';
import type { Run } from '../types';

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
      // Simulated: no cool-off period.
      'force-cancel-available-at': isForceCancelable(run)
        ? run.canceledAt
        : null,
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
