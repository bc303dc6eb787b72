import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { createRead } from '../read/createRead';
import {
  breakdownQuery,
  entityQuery,
  itemsQuery,
  monthQuery,
  organisationQuery,
  parse,
  reconciliationQuery,
  resourcesQuery,
  summariesBody,
} from './parse';

/** What things cost: of entities, of the organisation, and what is nobody's. Answers from the database alone. */
export function createReadRoutes(
  options: ReturnType<typeof createRead> & { httpAuth: HttpAuthService },
): Router {
  const { breakdowns, entities, httpAuth, organisations } = options;
  const { reconciliations, resources, unattributed } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.post('/summaries', async (request, response) => {
    const { entityRefs, ...query } = parse(summariesBody, request.body);
    const credentials = await caller(request);
    response.json({
      items: await entities.summaries(entityRefs, query, credentials),
    });
  });

  router.get('/entity/:kind/:namespace/:name', async (request, response) => {
    const query = parse(entityQuery, request.query);
    const credentials = await caller(request);
    response.json(await entities.entity(refOf(request), query, credentials));
  });

  router.get(
    '/entity/:kind/:namespace/:name/resources',
    async (request, response) => {
      const query = parse(resourcesQuery, request.query);
      const credentials = await caller(request);
      response.json(
        await resources.resources(refOf(request), query, credentials),
      );
    },
  );

  router.get('/organisation', async (request, response) => {
    const query = parse(organisationQuery, request.query);
    const credentials = await caller(request);
    response.json(await organisations.organisation(query, credentials));
  });

  router.get('/breakdown', async (request, response) => {
    const query = parse(breakdownQuery, request.query);
    const credentials = await caller(request);
    response.json(await breakdowns.breakdown(query, credentials));
  });

  router.get('/unattributed', async (request, response) => {
    const query = parse(monthQuery, request.query);
    const credentials = await caller(request);
    response.json(await unattributed.unattributed(query, credentials));
  });

  router.get('/unattributed/items', async (request, response) => {
    const query = parse(itemsQuery, request.query);
    const credentials = await caller(request);
    response.json(await unattributed.items(query, credentials));
  });

  router.get('/reconciliation', async (request, response) => {
    const { months, metric } = parse(reconciliationQuery, request.query);
    const credentials = await caller(request);
    response.json({
      items: await reconciliations.months(months, metric, credentials),
    });
  });
  return router;
}

/** Reference of the entity that a path names. */
function refOf({ params }: Request): string {
  const { kind, namespace, name } = params;
  return stringifyEntityRef({ kind, namespace, name });
}
