import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  billReadPermission,
  collectPermission,
} from '@portico/plugin-cost-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { SourceStore } from '../store/SourceStore';
import type { SourceStandings } from './SourceStandings';

/** How bills come in, and having one collected now. */
export function createSourceRoutes(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  standings: SourceStandings;
  store: SourceStore;
  now: () => Date;
}): Router {
  const { auditor, httpAuth, permissions, standings, store, now } = options;
  const router = PromiseRouter();

  const require = async (
    credentials: BackstageCredentials,
    permission: BasicPermission,
    to: string,
  ) => {
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not ${to}: that needs the permission ${permission.name}, which finance and the platform team have. Ask them.`,
      );
    }
  };

  router.get('/sources', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await require(credentials, billReadPermission, 'see how bills come in');
    response.json({ items: await standings.all() });
  });

  router.post('/sources/:id/collect', async (request, response) => {
    const { id } = request.params;
    const event = await auditor.createEvent({
      eventId: 'cost-collect',
      request,
      severityLevel: 'medium',
      meta: { source: id },
    });
    try {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      await require(credentials, collectPermission, 'have bills collected');
      const source = await store.one(id);
      if (!source) {
        throw new NotFoundError(
          `There is no source '${id}' of costs in the config.`,
        );
      }
      await store.want(id, now());
      await event.success();
      response.status(202).json({
        message: `${source.title} is asked for its newest days within a minute.`,
      });
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });
  return router;
}
