import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { AnomalyResolver } from '../anomalies/AnomalyResolver';
import type { Budgets } from '../budgets/Budgets';
import type { Look, Looks } from '../read/Look';
import { monthQuery, parse } from '../router/parse';
import type { Savings } from '../savings/Savings';
import type { FindingsReader } from './FindingsReader';

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
    const { month } = parse(monthQuery, request.query);
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
    const { month } = parse(monthQuery, request.query);
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
