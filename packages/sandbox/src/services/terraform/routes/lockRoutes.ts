import Router from 'express-promise-router';
import { ApiError } from '../jsonApi';
import { presentWorkspace } from '../present/presentWorkspace';
import { workspaceOf, type TerraformContext } from './TerraformContext';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces#lock-a-workspace */
export function lockRoutes(context: TerraformContext) {
  const { state, machine } = context;
  const router = Router();

  router.post('/workspaces/:id/actions/lock', (request, response) => {
    const workspace = workspaceOf(context, request);
    if (workspace.locked)
      throw new ApiError(
        409,
        'conflict',
        'Unable to lock workspace. The workspace is already locked.',
      );
    const locked = state.workspaces.put(workspace.id, {
      ...workspace,
      locked: true,
      lockReason: String(request.body?.reason ?? ''),
      lockedBy: { type: 'users', id: 'user-portico' },
    });
    response.json({ data: presentWorkspace(state, locked) });
  });
  for (const action of ['unlock', 'force-unlock']) {
    router.post(`/workspaces/:id/actions/${action}`, (request, response) => {
      const workspace = workspaceOf(context, request);
      if (!workspace.locked)
        throw new ApiError(
          409,
          'conflict',
          'Unable to unlock workspace. The workspace is already unlocked.',
        );
      if (action === 'unlock' && workspace.lockedBy?.type === 'runs') {
        throw new ApiError(
          409,
          'conflict',
          `Unable to unlock workspace. The workspace is locked by Run ${workspace.lockedBy.id}, and it must be canceled or discarded first.`,
        );
      }
      const unlocked = state.workspaces.put(workspace.id, {
        ...workspace,
        locked: false,
        lockReason: undefined,
        lockedBy: undefined,
      });
      response.json({ data: presentWorkspace(state, unlocked) });
      machine.queue.advance(workspace.id);
    });
  }

  return router;
}
