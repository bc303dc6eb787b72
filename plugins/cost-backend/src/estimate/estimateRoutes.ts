import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { PriceList } from '@portico/plugin-cost-common';
import { json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { entityRef, parse } from '../router/parse';
import type { Estimator } from './Estimator';

const MOST_ITEMS = 100;
const MOST_OF_ONE = 1000;

const body = z.object({
  items: z
    .array(
      z
        .object({
          item: z.string().min(1),
          size: z.string().min(1).optional(),
          environment: z.string().min(1).optional(),
          count: z.number().int().min(1).max(MOST_OF_ONE).optional(),
        })
        .strict(),
    )
    .max(MOST_ITEMS),
  entityRef: entityRef.optional(),
});

/** `POST /estimate` and `GET /prices`, for whoever is signed in, and for plugins. */
export function createEstimateRoutes(options: {
  httpAuth: HttpAuthService;
  estimator: Estimator;
  prices: PriceList | undefined;
}): Router {
  const { httpAuth, estimator, prices } = options;
  const router = PromiseRouter();
  const allow: ('user' | 'service')[] = ['user', 'service'];

  router.post('/estimate', json(), async (request, response) => {
    const credentials = await httpAuth.credentials(request, { allow });
    const wanted = parse(body, request.body);
    response.json(await estimator.estimate(wanted, credentials));
  });

  router.get('/prices', async (request, response) => {
    await httpAuth.credentials(request, { allow });
    if (!prices) {
      throw new NotFoundError(
        'There is no price list. Write one under cost.prices.',
      );
    }
    response.json(prices);
  });

  return router;
}
