import { json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CostContext } from '../CostContext';

/** All routes of `/api/cost`: one set a room. */
export function createRouter(_context: CostContext): Router {
  const router = PromiseRouter();
  router.use(json({ limit: '1mb' }));
  return router;
}
