import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  approvalDecidePermission,
  approvalReadPermission,
  type Approval,
} from '@portico/plugin-approvals-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ApprovalDecisions } from '../approvals/ApprovalDecisions';
import type { ApprovalReader } from '../approvals/ApprovalReader';
import type { ApprovalWithdrawals } from '../approvals/ApprovalWithdrawals';
import type { Reminders } from '../approvals/Reminders';
import type { Access } from './Access';
import { audited } from './audited';
import { decideBody, listQuery, parse, withdrawBody } from './parse';

/** What people do with approvals. */
export function createApprovalRoutes(options: {
  access: Access;
  auditor: AuditorService;
  reader: ApprovalReader;
  decisions: ApprovalDecisions;
  withdrawals: ApprovalWithdrawals;
  reminders: Reminders;
}): Router {
  const { access, auditor, reader, decisions, withdrawals, reminders } =
    options;
  const router = PromiseRouter();
  const result = ({ state, entityRef, environment, change }: Approval) => ({
    state,
    entityRef,
    environment,
    fingerprint: change.fingerprint,
  });

  router.get('/approvals', async (request, response) => {
    const viewer = await access.reader(request);
    response.json(await reader.list(parse(listQuery, request.query), viewer));
  });

  router.get('/counts', async (request, response) => {
    response.json(await reader.counts(await access.reader(request)));
  });

  router.get('/approvals/:id', async (request, response) => {
    const viewer = await access.reader(request);
    response.json(await reader.get(request.params.id, viewer));
  });

  router.post('/approvals/:id/decision', async (request, response) => {
    const { id } = request.params;
    const body = parse(decideBody, request.body);
    const meta = { approvalId: id, ...body };
    const answer = await audited(
      { auditor, request, eventId: 'approval-decide', meta, result },
      async () => {
        const viewer = await access.person(request, approvalDecidePermission);
        await reader.get(id, viewer); // what is not theirs to know is not found
        return reader.present(await decisions.decide(id, body, viewer), viewer);
      },
    );
    response.json(answer);
  });

  router.post('/approvals/:id/withdraw', async (request, response) => {
    const { id } = request.params;
    const { comment } = parse(withdrawBody, request.body ?? {});
    const meta = { approvalId: id, ...(comment ? { comment } : {}) };
    const answer = await audited(
      { auditor, request, eventId: 'approval-withdraw', meta, result },
      async () => {
        const viewer = await access.person(request, approvalReadPermission);
        await reader.get(id, viewer);
        return reader.present(
          await withdrawals.byPerson(id, viewer, comment),
          viewer,
        );
      },
    );
    response.json(answer);
  });

  router.post('/approvals/:id/remind', async (request, response) => {
    const { id } = request.params;
    const meta = { approvalId: id };
    const answer = await audited(
      { auditor, request, eventId: 'approval-remind-by-hand', meta, result },
      async () => {
        const viewer = await access.person(request, approvalReadPermission);
        await reader.get(id, viewer);
        return reader.present(await reminders.byPerson(id, viewer), viewer);
      },
    );
    response.json(answer);
  });
  return router;
}
