import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ApprovalReader } from '../approvals/ApprovalReader';
import type { TaskLedgers } from '../ledger/TaskLedgers';
import type { Access } from './Access';

/** What the task of an approval has done, for all who see the approval. */
export function createLedgerRoutes(options: {
  access: Access;
  reader: ApprovalReader;
  ledgers: TaskLedgers;
}): Router {
  const { access, reader, ledgers } = options;
  const router = PromiseRouter();

  router.get('/approvals/:id/ledger', async (request, response) => {
    const viewer = await access.reader(request);
    const { taskId } = await reader.get(request.params.id, viewer);
    response.json(await ledgers.of(taskId));
  });
  return router;
}
