import type { Kit } from '../../kit';
import { newId, newToken } from './ids';
import { ApiError } from './jsonApi';
import type { TerraformState } from './TerraformState';
import type { Run } from './types';

/** Puts a new run into a workspace's queue. @throws ApiError 422 without an uploaded configuration */
export function createRun(options: {
  kit: Kit;
  state: TerraformState;
  workspaceId: string;
  configurationVersionId?: string;
  message?: string;
  autoApply?: boolean;
  isDestroy?: boolean;
  planOnly?: boolean;
  refreshOnly?: boolean;
  savePlan?: boolean;
  variables?: { key: string; value: string }[];
}): Run {
  const { kit, state, workspaceId } = options;
  const workspace = state.workspaces.get(workspaceId)!;
  if (options.isDestroy && !workspace.allowDestroyPlan) {
    throw ApiError.invalid(
      'is-destroy',
      'Destroy plans are not allowed in this workspace',
    );
  }
  if (options.isDestroy && options.refreshOnly) {
    throw ApiError.invalid(
      'refresh-only',
      'Refresh-only and destroy can not be combined',
    );
  }
  const uploaded = state.configurations.filter(
    v => v.workspaceId === workspaceId && v.status === 'uploaded',
  );
  const configuration = options.configurationVersionId
    ? state.configurations.get(options.configurationVersionId)
    : uploaded[uploaded.length - 1];
  if (!configuration || configuration.workspaceId !== workspaceId) {
    throw new ApiError(
      422,
      'invalid attribute',
      'Configuration version is missing: upload a configuration to the workspace first',
      '/data/relationships/configuration-version',
    );
  }
  if (configuration.status === 'errored') {
    throw new ApiError(
      422,
      'invalid attribute',
      `Configuration version ${configuration.id} errored: ${configuration.errorMessage}`,
      '/data/relationships/configuration-version',
    );
  }
  if (configuration.status !== 'uploaded') {
    throw new ApiError(
      422,
      'invalid attribute',
      'Configuration version has not been uploaded yet',
      '/data/relationships/configuration-version',
    );
  }
  const now = kit.clock.timestamp();
  const run: Run = {
    id: newId('run'),
    workspaceId,
    configurationVersionId: configuration.id,
    planId: newId('plan'),
    applyId: newId('apply'),
    costEstimateId: newId('ce'),
    status: 'pending',
    statusTimestamps: { 'pending-at': now },
    message: options.message ?? 'Queued manually using Terraform',
    autoApply: options.autoApply ?? workspace.autoApply,
    isDestroy: options.isDestroy ?? false,
    planOnly: options.planOnly ?? configuration.speculative,
    refreshOnly: options.refreshOnly ?? false,
    savePlan: options.savePlan ?? false,
    variables: options.variables ?? [],
    hasChanges: false,
    cancelRequested: false,
    comments: [],
    events: [{ id: newId('re'), action: 'queued', createdAt: now }],
    planLogToken: newToken(),
    applyLogToken: newToken(),
    appliedChanges: 0,
    createdAt: now,
  };
  return state.runs.put(run.id, run);
}
