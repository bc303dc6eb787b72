import type { Request, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { html, sendPage, type Html } from '../../../kit';
import type { GrafanaContext } from '../GrafanaContext';
import {
  datasourceRulePage,
  rulePage,
  rulesPage,
  silencesPage,
} from './alertingPages';
import { dashboardPage, folderPage, overviewPage } from './dashboardPages';
import { explorePage } from './explorePage';
import { grafanaPage } from './grafanaPage';

/** A plain page at each address that leads into Grafana; whoever opens one is signed in. */
export function createPageRoutes(context: GrafanaContext) {
  const { dashboards, folders, alerting, silences } = context;
  const router = PromiseRouter();
  const send = (response: Response, page: Html | undefined) =>
    page ? sendPage(response, page) : sendNotFound(response);

  router.get(['/', '/dashboards'], (_request, response) => {
    send(response, overviewPage(context));
  });

  router.get(
    ['/d/:uid/:slug?', '/d-solo/:uid/:slug?'],
    (request: Request, response) => {
      const dashboard = dashboards.find(request.params.uid);
      send(response, dashboard && dashboardPage(context, dashboard, request));
    },
  );

  router.get('/dashboards/f/:uid/:slug?', (request, response) => {
    const folder = folders.find(request.params.uid);
    send(response, folder && folderPage(context, folder));
  });

  router.get('/explore', (request, response) => {
    send(response, explorePage(context, request));
  });

  router.get('/alerting/list', async (_request, response) => {
    send(response, rulesPage(await alerting.evaluated()));
  });

  router.get('/alerting/grafana/:uid/view', async (request, response) => {
    const rule = (await alerting.evaluated()).find(
      one => one.rule.uid === request.params.uid,
    );
    send(response, rule && rulePage(context, rule));
  });

  router.get('/alerting/:source/:name/find', (request, response) => {
    const { source, name } = request.params;
    send(response, datasourceRulePage(context, source, name));
  });

  router.get('/alerting/silences', (_request, response) => {
    send(response, silencesPage(context, silences.list()));
  });

  router.get('/alerting/silence/:id/edit', (request, response) => {
    const silence = silences.get(request.params.id);
    send(response, silence && silencesPage(context, [silence]));
  });

  return router;
}

/** What people get at an address where there is nothing. */
export function sendNotFound(response: Response): void {
  const body = html`<p>There is nothing at this address.</p>`;
  response.status(404);
  sendPage(response, grafanaPage({ title: 'Page not found', body }));
}
