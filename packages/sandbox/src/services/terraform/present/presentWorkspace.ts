import { toOne, type ResourceObject } from '../jsonApi';
import type { TerraformState } from '../TerraformState';
import type { Variable, Workspace } from '../types';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces#show-workspace */
export function presentWorkspace(
  state: TerraformState,
  workspace: Workspace,
): ResourceObject {
  const { id, name } = workspace;
  const current = state.currentState(id);
  return {
    id,
    type: 'workspaces',
    attributes: {
      'allow-destroy-plan': workspace.allowDestroyPlan,
      'auto-apply': workspace.autoApply,
      'auto-apply-run-trigger': false,
      'auto-destroy-at': null,
      'created-at': workspace.createdAt,
      description: workspace.description ?? null,
      environment: 'default',
      'execution-mode': workspace.executionMode,
      'file-triggers-enabled': true,
      'global-remote-state': false,
      'latest-change-at': current?.createdAt ?? workspace.createdAt,
      locked: workspace.locked,
      name,
      operations: workspace.executionMode !== 'local',
      permissions: {
        'can-update': true,
        'can-destroy': true,
        'can-queue-run': true,
        'can-queue-apply': true,
        'can-queue-destroy': true,
        'can-read-settings': true,
        'can-read-variable': true,
        'can-update-variable': true,
        'can-lock': true,
        'can-unlock': true,
        'can-force-unlock': true,
        'can-read-state-versions': true,
      },
      'queue-all-runs': false,
      'resource-count':
        current?.resources.filter(r => r.mode === 'managed').length ?? 0,
      'setting-overwrites': { 'execution-mode': true, 'agent-pool': true },
      source: 'tfe-api',
      'source-name': workspace.sourceName ?? null,
      'source-url': workspace.sourceUrl ?? null,
      'speculative-enabled': true,
      'structured-run-output-enabled': workspace.structuredRunOutput,
      'tag-names': workspace.tagNames,
      'terraform-version': workspace.terraformVersion,
      'trigger-prefixes': [],
      'updated-at': workspace.updatedAt,
      'vcs-repo': null,
      'working-directory': workspace.workingDirectory || null,
    },
    relationships: {
      organization: { data: { id: state.organization, type: 'organizations' } },
      project: toOne('projects', workspace.projectId),
      'current-run': toOne(
        'runs',
        workspace.currentRunId,
        `/api/v2/runs/${workspace.currentRunId}`,
      ),
      'current-state-version': toOne(
        'state-versions',
        workspace.currentStateVersionId,
        `/api/v2/workspaces/${id}/current-state-version`,
      ),
      'locked-by': { data: workspace.lockedBy ?? null },
      outputs: {
        data: (current?.outputs ?? []).map(output => ({
          id: output.id,
          type: 'workspace-outputs',
        })),
      },
    },
    links: {
      self: `/api/v2/organizations/${state.organization}/workspaces/${name}`,
      'self-html': `/app/${state.organization}/workspaces/${name}`,
    },
  };
}

/** A sensitive value is never given back. */
export function presentVariable(variable: Variable): ResourceObject {
  const { id, workspaceId, key, value, sensitive, category, hcl, description } =
    variable;
  return {
    id,
    type: 'vars',
    attributes: {
      key,
      value: sensitive ? null : value,
      sensitive,
      category,
      hcl,
      description: description ?? null,
      'created-at': null,
      'version-id': null,
    },
    relationships: {
      configurable: {
        data: { id: workspaceId, type: 'workspaces' },
        links: { related: `/api/v2/workspaces/${workspaceId}` },
      },
    },
    links: { self: `/api/v2/workspaces/${workspaceId}/vars/${id}` },
  };
}
