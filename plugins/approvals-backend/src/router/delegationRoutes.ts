import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  approvalDelegatePermission,
  approvalReadPermission,
  type Delegation,
} from '@portico/plugin-approvals-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Delegations } from '../delegations/Delegations';
import type { Access } from './Access';
import { audited } from './audited';
import { delegateBody, parse } from './parse';

/** One's own absences. */
export function createDelegationRoutes(options: {
  access: Access;
  auditor: AuditorService;
  delegations: Delegations;
}): Router {
  const { access, auditor, delegations } = options;
  const router = PromiseRouter();

  router.get('/', async (request, response) => {
    const { user } = await access.person(request, approvalReadPermission);
    response.json(await delegations.list(user));
  });

  router.post('/', async (request, response) => {
    const body = parse(delegateBody, request.body);
    const given = await audited(
      {
        auditor,
        request,
        eventId: 'approval-delegate',
        meta: { ...body },
        result: ({ id }: Delegation) => ({ delegationId: id }),
      },
      async () => {
        const { user } = await access.person(
          request,
          approvalDelegatePermission,
        );
        return delegations.give(user, body);
      },
    );
    response.status(201).json(given);
  });

  router.delete('/:id', async (request, response) => {
    const { id } = request.params;
    const meta = { delegationId: id };
    await audited(
      { auditor, request, eventId: 'approval-delegation-end', meta },
      async () => {
        const { user } = await access.person(
          request,
          approvalDelegatePermission,
        );
        await delegations.end(id, user);
      },
    );
    response.status(204).end();
  });
  return router;
}
