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
import { overviewFragments, overviewPage, type Overview } from './overviewPage';

/** How many requests the page shows. */
const PAGE_REQUESTS = 200;

/** Routes of the control service. */
export function createControlRouter(options: {
  requests: RequestLog;
  faults: Faults;
  control: SandboxControl;
  urls: Record<string, string>;
}) {
  const { requests, faults, control, urls } = options;
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

  router.get('/requests', (request, response) => {
    const service = text(request, 'service');
    const known = control.services().map(one => one.name as string);
    if (service && !known.concat('smtp').includes(service)) {
      response.status(400).json({
        message: `'service' must be one of ${known.join(
          ', ',
        )}, not '${service}'`,
      });
      return;
    }
    const since = wholeNumber(request, 'since');
    const limit = wholeNumber(request, 'limit');
    if (since === 'invalid' || limit === 'invalid' || limit === 0) {
      response.status(400).json({
        message:
          "'since' is the id of a request and 'limit' how many to list: whole numbers, limit at least 1",
      });
      return;
    }
    response.json(requests.list({ service, since, limit }));
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

  router.post('/reset', async (_request, response) => {
    const startedAt = Date.now();
    await control.reset();
    response.json({ status: 'reset', durationMs: Date.now() - startedAt });
  });

  return router;
}

function text(request: Request, key: string): string | undefined {
  const value = request.query[key];
  return typeof value === 'string' && value ? value : undefined;
}

function wholeNumber(
  request: Request,
  key: string,
): number | 'invalid' | undefined {
  const value = text(request, key);
  if (value === undefined) return undefined;
  return /^\d+$/.test(value) ? Number(value) : 'invalid';
}
