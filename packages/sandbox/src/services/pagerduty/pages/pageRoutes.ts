import PromiseRouter from 'express-promise-router';
import { refuseOtherSites, sendPage } from '../../../kit';
import type { PagerDutyContext } from '../PagerDutyContext';
import { PagerDutyError } from '../PagerDutyError';
import { changeIncident } from '../routes/changeIncident';
import { incidentPage } from './incidentPage';
import { overviewPage } from './overviewPage';

/** What a browser sees at the addresses that the API calls `html_url`; requests with a token are the API's. */
export function createPageRoutes(context: PagerDutyContext) {
  const { incidents, directory } = context;
  const router = PromiseRouter();

  router.get('/page.js', (_request, response) => {
    response.sendFile(require.resolve('./page.client.js'));
  });

  router.post('/pages/incidents/:id', refuseOtherSites, (request, response) => {
    const { status, userId } = request.body;
    const user = directory.user(userId);
    if (!user) throw PagerDutyError.notFound();
    const by = { userId: user.id };
    changeIncident(incidents, request.params.id, { status }, by);
    response.status(204).end();
  });

  router.get(
    [
      '/',
      '/incidents',
      '/incidents/:id',
      '/users/:id',
      '/schedules/:id',
      '/escalation_policies/:id',
      '/service-directory/:id',
    ],
    (request, response, next) => {
      if (request.get('authorization') || !request.accepts('html')) {
        next();
        return;
      }
      const { id } = request.params;
      const isIncident = request.path.startsWith('/incidents/');
      sendPage(
        response,
        isIncident
          ? incidentPage(context, incidents.get(id))
          : overviewPage(context),
      );
    },
  );

  return router;
}
