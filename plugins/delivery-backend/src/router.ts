import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z, type ZodType } from 'zod';
import { MOST_DAYS } from './config/DeliveryConfig';
import { GROUPS, type DeliveryReader } from './read/DeliveryReader';

/** ISO 8601 with its zone. */
const time = z
  .string()
  .datetime({ offset: true })
  .transform(text => new Date(text));

/** All routes of `/api/delivery`. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  reader: DeliveryReader;
  windowDays: number;
}): Router {
  const { httpAuth, reader, windowDays } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const days = z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_DAYS)
    .default(windowDays);
  const overviewQuery = z.object({ days, by: z.enum(GROUPS).default('owner') });
  const entityQuery = z.object({ days });
  const changesQuery = z.object({ from: time, to: time });

  router.get('/overview', async (request, response) => {
    const query = parse(overviewQuery, request.query);
    response.json(await reader.overview(query, await caller(request)));
  });

  router.get('/entities/:kind/:namespace/:name', async (request, response) => {
    const query = parse(entityQuery, request.query);
    const credentials = await caller(request);
    response.json(await reader.entity(refOf(request), query.days, credentials));
  });

  router.get(
    '/entities/:kind/:namespace/:name/changes',
    async (request, response) => {
      const range = parse(changesQuery, request.query);
      const credentials = await caller(request);
      response.json({
        items: await reader.changes(refOf(request), range, credentials),
      });
    },
  );
  return router;
}

function refOf({ params: { kind, namespace, name } }: Request): string {
  return stringifyEntityRef({ kind, namespace, name });
}

function parse<S extends ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('; '),
  );
}
