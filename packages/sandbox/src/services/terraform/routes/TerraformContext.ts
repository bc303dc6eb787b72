import type { Request } from 'express';
import type { Kit } from '../../../kit';
import { ApiError } from '../jsonApi';
import type { RunMachine } from '../RunMachine';
import type { TerraformState } from '../TerraformState';
import type { Run, Workspace } from '../types';

/** What the routes share. */
export interface TerraformContext {
  kit: Kit;
  state: TerraformState;
  machine: RunMachine;
}

/** The URL under which the caller reached the service: what links in answers start with. */
export function baseUrlOf(request: Request): string {
  return `${request.protocol}://${request.get('host')}`;
}

/** @throws ApiError 404 */
export function workspaceOf(
  { state }: TerraformContext,
  request: Request,
): Workspace {
  const { id, organization, name } = request.params;
  const workspace = id
    ? state.workspaces.get(id)
    : organization === state.organization && state.workspaceNamed(name);
  if (!workspace) throw ApiError.notFound();
  return workspace;
}

/** @throws ApiError 404 */
export function runOf({ state }: TerraformContext, request: Request): Run {
  const run = state.runs.get(request.params.id);
  if (!run) throw ApiError.notFound();
  return run;
}

/** @throws ApiError 404 for an organisation that is not there */
export function checkOrganization(
  { state }: TerraformContext,
  request: Request,
): void {
  if (request.params.organization !== state.organization)
    throw ApiError.notFound();
}
