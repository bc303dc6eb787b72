import Router from 'express-promise-router';
import type { ApplicationsContext } from './ApplicationsContext';
import { changeRoutes } from './changeRoutes';
import { createRoutes } from './createRoutes';
import { inspectRoutes } from './inspectRoutes';
import { operationRoutes } from './operationRoutes';
import { selectApplications } from './selectApplications';
import { streamRoutes } from './streamRoutes';

/** `/api/v1/applications`. https://cd.apps.argoproj.io/swagger-ui */
export function createApplicationsRouter(context: ApplicationsContext) {
  const { state } = context;
  const router = Router();
  router.get('/applications', (request, response) => {
    const items = state.applications.filter(selectApplications(request.query));
    response.json({
      metadata: { resourceVersion: String(items.length) },
      items: items.length ? items : null,
    });
  });
  for (const routes of [
    streamRoutes,
    createRoutes,
    changeRoutes,
    operationRoutes,
    inspectRoutes,
  ]) {
    router.use(routes(context));
  }
  return router;
}
