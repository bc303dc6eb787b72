import type { AuditorService } from '@backstage/backend-plugin-api';
import type { RequestOutcome } from '@portico/plugin-approvals-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ApprovalRequests } from '../approvals/ApprovalRequests';
import type { ApprovalWithdrawals } from '../approvals/ApprovalWithdrawals';
import type { Access } from './Access';
import { audited } from './audited';
import {
  parse,
  planBody,
  requestBody,
  supersedeBody,
  useBody,
  withdrawTaskBody,
} from './parse';

/** What tasks of the scaffolder do with approvals; nobody else may. */
export function createRequestRoutes(options: {
  access: Access;
  auditor: AuditorService;
  requests: ApprovalRequests;
  withdrawals: ApprovalWithdrawals;
}): Router {
  const { access, auditor, requests, withdrawals } = options;
  const router = PromiseRouter();
  const result = (outcome: RequestOutcome) =>
    outcome.needed
      ? { approvalId: outcome.approval.id, state: outcome.approval.state }
      : { needed: false, because: outcome.because };

  router.use(async (request, _response, next) => {
    await access.task(request);
    next();
  });

  router.post('/preview', async (request, response) => {
    response.json(await requests.preview(parse(requestBody, request.body)));
  });

  router.post('/', async (request, response) => {
    const body = parse(requestBody, request.body);
    const { taskId, stepId, requestedBy, entityRef, environment } = body;
    const meta = { taskId, stepId, requestedBy, entityRef, environment };
    response.json(
      await audited(
        { auditor, request, eventId: 'approval-request', meta, result },
        () => requests.request(body),
      ),
    );
  });

  router.post('/withdraw', async (request, response) => {
    const { because, ...task } = parse(withdrawTaskBody, request.body);
    const meta = { taskId: task.taskId, because };
    const withdrawn = await audited(
      {
        auditor,
        request,
        eventId: 'approval-withdraw',
        meta,
        result: (count: number) => ({ count }),
      },
      () => withdrawals.byTask(task, because),
    );
    response.json({ withdrawn });
  });

  router.post('/:id/use', async (request, response) => {
    const { id } = request.params;
    const body = parse(useBody, request.body);
    const meta = { approvalId: id, ...body };
    response.json(
      await audited({ auditor, request, eventId: 'approval-use', meta }, () =>
        requests.use(id, body),
      ),
    );
  });

  router.post('/:id/supersede', async (request, response) => {
    const { id } = request.params;
    const { change, because } = parse(supersedeBody, request.body);
    const meta = { approvalId: id, because };
    response.json(
      await audited(
        { auditor, request, eventId: 'approval-supersede', meta, result },
        () => requests.supersede(id, change, because),
      ),
    );
  });

  router.post('/:id/plan', async (request, response) => {
    await requests.reportPlan(request.params.id, parse(planBody, request.body));
    response.json({});
  });
  return router;
}
