import { json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { createCost } from '../createCost';
import { createSourceRoutes } from '../sources/createSourceRoutes';

/** All routes of `/api/cost`: one set a room. */
export function createRouter(
  cost: Awaited<ReturnType<typeof createCost>>,
): Router {
  const router = PromiseRouter();
  router.use(json({ limit: '1mb' }));
  router.use(createSourceRoutes({ ...cost.context, ...cost }));
  return router;
}
