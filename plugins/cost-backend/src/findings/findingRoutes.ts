import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z, type ZodType } from 'zod';
import type { AnomalyResolver } from '../anomalies/AnomalyResolver';
import type { Budgets } from '../budgets/Budgets';
import type { Look, Looks } from '../read/Look';
import type { Savings } from '../savings/Savings';
import type { FindingsReader } from './FindingsReader';

const query = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'write the month as 2026-11')
    .optional(),
});
const resolution = z.object({ reason: z.string().trim().min(1).max(2000) });

/** Budgets, anomalies and savings, as far as the caller may see them; and answers to anomalies, which are audited. */
export function createFindingRoutes(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  budgets: Budgets;
  looks: Looks;
  reader: FindingsReader;
  resolver: AnomalyResolver;
  savings: Savings;
}): Router {
  const { auditor, httpAuth, budgets, looks, reader, resolver, savings } =
    options;
  const router = PromiseRouter();
  const lookFor = async (request: Request): Promise<Look> => {
    const { month } = parse(query, request.query);
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return looks.of(credentials, { month, metric: 'effective' });
  };
  const mayOf =
    ({ seen }: Look) =>
    (entityRef: string | undefined) =>
      entityRef === undefined ? seen.all : seen.may(entityRef);

  router.get('/budgets', async (request, response) => {
    const { frame, seen } = await lookFor(request);
    response.json({ items: await budgets.rows(frame, seen) });
  });

  router.get('/anomalies', async (request, response) => {
    const look = await lookFor(request);
    const { month } = parse(query, request.query);
    response.json({
      basis: await look.basis(),
      items: await reader.anomaliesThat(mayOf(look), month),
    });
  });

  router.get('/savings', async (request, response) => {
    const look = await lookFor(request);
    response.json({
      basis: await look.basis(),
      items: await savings.list(mayOf(look)),
    });
  });

  router.post('/anomalies/:id/resolve', async (request, response) => {
    const { id } = request.params;
    const { reason } = parse(resolution, request.body);
    const event = await auditor.createEvent({
      eventId: 'cost-anomaly-resolve',
      request,
      severityLevel: 'medium',
      meta: { id, reason },
    });
    try {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const anomaly = await resolver.resolve(id, reason, credentials);
      await event.success({
        meta: { entityRef: anomaly.entityRef, title: anomaly.title },
      });
      response.json(anomaly);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });
  return router;
}

function parse<S extends ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      .join('; '),
  );
}
