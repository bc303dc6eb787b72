import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { GithubActionsService } from './GithubActionsService';

/** `GET /entities/:kind/:namespace/:name/runs`: the latest workflow runs of the entity's repository. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  service: GithubActionsService;
}): Router {
  const { httpAuth, service } = options;
  const router = PromiseRouter();
  router.get(
    '/entities/:kind/:namespace/:name/runs',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { kind, namespace, name } = request.params;
      response.json(
        await service.listRuns({ kind, namespace, name }, credentials),
      );
    },
  );
  return router;
}
