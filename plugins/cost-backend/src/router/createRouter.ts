import { json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { createCost } from '../createCost';
import { createEstimateRoutes, Estimator, readPrices } from '../estimate';
import type { CostFindings } from '../findings/createFindings';
import type { createRead } from '../read/createRead';
import { createSourceRoutes } from '../sources/createSourceRoutes';
import { createExportRoute } from './exportRoute';
import { createReadRoutes } from './readRoutes';

/** All routes of `/api/cost`: one set a room. */
export function createRouter(
  cost: Awaited<ReturnType<typeof createCost>> & {
    findings: CostFindings;
    read: ReturnType<typeof createRead>;
  },
): Router {
  const { context, findings, read } = cost;
  const prices = readPrices(context.rootConfig);
  const estimator = new Estimator({
    prices,
    rates: context.config.rates,
    summaries: (entityRefs, credentials) =>
      read.entities.summaries(entityRefs, { metric: 'effective' }, credentials),
    now: context.now,
  });
  const router = PromiseRouter();
  router.use(json({ limit: '1mb' }));
  router.use(createSourceRoutes({ ...context, ...cost }));
  router.use(createReadRoutes({ ...context, ...read }));
  router.use(createExportRoute({ ...context, ...read }));
  router.use(createEstimateRoutes({ ...context, estimator, prices }));
  router.use(findings.routes);
  return router;
}
