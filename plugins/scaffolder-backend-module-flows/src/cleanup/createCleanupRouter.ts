import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import {
  cleanupRunPermission,
  type LedgerRow,
  type TaskLedger,
} from '@portico/plugin-flows-common';
import type { FlowLedger } from '@portico/plugin-flows-node';
import express from 'express';
import Router from 'express-promise-router';
import type { CleanupStore } from './CleanupStore';

/**
 * What the task page asks: what a task has done, and to clean up again. Also stands in front of the
 * scaffolder's own retry: a task whose things are being removed cannot go on from where it was.
 */
export function createCleanupRouter(options: {
  ledger: FlowLedger;
  store: CleanupStore;
  scaffolder: Pick<ScaffolderService, 'getTask'>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}): express.Router {
  const { ledger, store, scaffolder, httpAuth, permissions, auditor } = options;
  const router = Router();

  router.get('/portico/tasks/:taskId/ledger', async (request, response) => {
    const { taskId } = request.params;
    const credentials = await httpAuth.credentials(request);
    // The scaffolder knows who may read the task.
    await scaffolder.getTask({ taskId }, { credentials });
    const [rows, cleanup] = await Promise.all([
      ledger.list(taskId),
      store.find(taskId),
    ]);
    const answer: TaskLedger = { rows: rows.map(forReaders), cleanup };
    response.json(answer);
  });

  router.post('/portico/tasks/:taskId/cleanup', async (request, response) => {
    const { taskId } = request.params;
    const event = await auditor.createEvent({
      eventId: 'flow-cleanup-run',
      severityLevel: 'medium',
      request,
      meta: { taskId },
    });
    try {
      const credentials = await httpAuth.credentials(request);
      const [decision] = await permissions.authorize(
        [{ permission: cleanupRunPermission }],
        { credentials },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          `You may not run clean-ups: the permission '${cleanupRunPermission.name}' is missing. Ask a platform engineer.`,
        );
      }
      await scaffolder.getTask({ taskId }, { credentials });
      const state = await store.runAgain(taskId);
      await event.success();
      response.status(202).json(state);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });

  router.post('/v2/tasks/:taskId/retry', async (request, _response, next) => {
    const { taskId } = request.params;
    if (await store.find(taskId)) {
      throw new ConflictError(
        `Task ${taskId} cannot be retried: what it made was removed, or is being removed. Start it over.`,
      );
    }
    next();
  });

  return router;
}

/** Without what only removers need. */
function forReaders({ params, remover, ...row }: LedgerRow): LedgerRow {
  return remover ? { ...row, remover } : row;
}
