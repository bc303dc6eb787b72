import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { NameService } from '@portico/plugin-flows-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';

/** `GET /names/:name`: where a service name is already used. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  names: NameService;
}): Router {
  const { httpAuth, names } = options;
  const router = PromiseRouter();
  router.get('/names/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    response.json(await names.check(request.params.name, { credentials }));
  });
  return router;
}
