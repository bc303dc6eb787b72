import express, { type Request } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  InvalidFaultError,
  refuseOtherSites,
  sendPage,
  type Faults,
  type RequestLog,
  type SandboxControl,
} from '../../kit';
import type { StoredIncidents } from '../../incidents';
import { incidentRoutes } from './incidentRoutes';
import { inventories } from './inventories';
import type { Overview } from './Overview';
import { overviewFragments, overviewPage } from './overviewPage';
import { listRequests } from './listRequests';
import { text } from './query';

/** How many requests the page shows. */
const PAGE_REQUESTS = 200;

/** Routes of the control service. */
export function createControlRouter(options: {
  requests: RequestLog;
  faults: Faults;
  control: SandboxControl;
  incidents: StoredIncidents;
  urls: Record<string, string>;
}) {
  const { requests, faults, control, incidents, urls } = options;
  const router = PromiseRouter();

  const overview = (request: Request): Overview => {
    const service = text(request, 'service');
    const counts = new Map<string, number>();
    for (const { service: name } of requests.list()) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return {
      services: control.services().map(one => ({
        name: one.name,
        title: one.title,
        description: one.description,
        url: urls[one.name],
        credential: one.credential,
        page: one.page,
        listening: control.isListening(one),
        requests: counts.get(one.name) ?? 0,
      })),
      faults: faults.list(),
      incidents: incidents.open(),
      components: incidents.components(),
      requests: requests.list({ service, limit: PAGE_REQUESTS }).reverse(),
      service,
    };
  };

  router.use(refuseOtherSites);
  router.use((request, response, next) => {
    // The log is for what the portal does; looking at it must not fill it.
    response.locals.unlogged = request.method === 'GET';
    next();
  });
  router.use(express.json({ limit: '100kb' }));

  router.get('/', (request, response) => {
    sendPage(response, overviewPage(overview(request)));
  });
  router.get('/fragments', (request, response) => {
    response
      .set('cache-control', 'no-store')
      .json(overviewFragments(overview(request)));
  });
  router.get('/overview.js', (_request, response) => {
    response.sendFile(require.resolve('./overview.client.js'));
  });

  router.get('/health', (request, response) => {
    const { services } = overview(request);
    const healthy = services.every(service => service.listening);
    response.status(healthy ? 200 : 503).json({
      status: healthy ? 'ok' : 'starting',
      services: services.map(({ name, title, url, listening }) => ({
        name,
        title,
        url,
        listening,
      })),
    });
  });

  router.get('/requests', listRequests({ requests, control }));

  router.get('/objects', async (request, response) => {
    response.json(await inventories(control, text(request, 'service')));
  });

  router.get('/faults', (_request, response) => {
    response.json(faults.list());
  });
  router.post('/faults', (request, response) => {
    try {
      response.status(201).json(faults.add(request.body));
    } catch (error) {
      if (!(error instanceof InvalidFaultError)) throw error;
      response.status(400).json({ message: error.message });
    }
  });
  router.delete('/faults', (_request, response) => {
    const cleared = faults.list().length;
    faults.clear();
    response.json({ cleared });
  });
  router.delete('/faults/:id', (request, response) => {
    if (!faults.remove(request.params.id)) {
      response
        .status(404)
        .json({ message: `There is no fault '${request.params.id}'` });
      return;
    }
    response.json({ cleared: 1 });
  });

  router.use(incidentRoutes(incidents));

  router.post('/reset', async (_request, response) => {
    const startedAt = Date.now();
    await control.reset();
    response.json({ status: 'reset', durationMs: Date.now() - startedAt });
  });

  return router;
}
