import { json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { createApprovalRoutes } from './approvalRoutes';
import { createDelegationRoutes } from './delegationRoutes';
import { createLedgerRoutes } from './ledgerRoutes';
import { createRequestRoutes } from './requestRoutes';

/** Plans of many resources are large. */
const BODY_LIMIT = '4mb';

/** All routes of `/api/approvals`. */
export function createRouter(
  options: Parameters<typeof createApprovalRoutes>[0] &
    Parameters<typeof createDelegationRoutes>[0] &
    Parameters<typeof createLedgerRoutes>[0] &
    Parameters<typeof createRequestRoutes>[0],
): Router {
  const router = PromiseRouter();
  router.use(json({ limit: BODY_LIMIT }));
  router.use('/requests', createRequestRoutes(options));
  router.use('/delegations', createDelegationRoutes(options));
  router.use(createLedgerRoutes(options));
  router.use(createApprovalRoutes(options));
  return router;
}
