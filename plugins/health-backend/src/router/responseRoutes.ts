import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ResponseService } from '../respond/ResponseService';
import { parse, responseBody } from './parse';
import { refOf } from './refOf';

/** What people do about an incident. Each try leaves an audit event, refused ones too. */
export function createResponseRoutes(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  responses: ResponseService;
}): Router {
  const { auditor, httpAuth, responses } = options;
  const router = PromiseRouter();
  const path = '/responses/:kind/:namespace/:name';

  router.get(path, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    response.json({
      items: await responses.offers(refOf(request), credentials),
    });
  });

  router.post(path, async (request, response) => {
    const body = parse(responseBody, request.body);
    const entityRef = refOf(request);
    const event = await auditor.createEvent({
      eventId: 'health-response',
      request,
      severityLevel: 'medium',
      meta: { entityRef, ...body },
    });
    try {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const result = await responses.respond(entityRef, body, credentials);
      await event.success({ meta: { message: result.message } });
      response.json(result);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });
  return router;
}
