import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  sourceCheckPermission,
  sourceReadPermission,
} from '@portico/plugin-sources-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { SourceMonitor } from './monitor/SourceMonitor';

/** `GET /sources`, and `POST /sources/:id/check`. */
export function createRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  monitor: SourceMonitor;
}): Router {
  const { auditor, httpAuth, permissions, monitor } = options;
  const router = PromiseRouter();

  async function demand(request: Request, permission: BasicPermission) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission '${permission.name}' is missing. Ask the platform team.`,
      );
    }
  }

  router.get('/sources', async (request, response) => {
    await demand(request, sourceReadPermission);
    response.json(await monitor.list());
  });

  router.post('/sources/:id/check', async (request, response) => {
    const { id } = request.params;
    const event = await auditor.createEvent({
      eventId: 'source-check',
      severityLevel: 'low',
      request,
      meta: { source: id },
    });
    try {
      await demand(request, sourceCheckPermission);
      const status = await monitor.check(id);
      await event.success({ meta: { state: status.state } });
      response.json(status);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });
  return router;
}
