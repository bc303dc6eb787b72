import { json, type NextFunction, type Request, type Response } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  refuseOtherSites,
  sendPage,
  type Kit,
  type SandboxService,
} from '../../kit';
import type { World } from '../../world';
import type { AlertmanagerContext } from './AlertmanagerContext';
import { AlertmanagerError } from './AlertmanagerError';
import { Alerts } from './Alerts';
import { Dispatcher } from './Dispatcher';
import { formatMatcher } from './matchers';
import { overviewPage } from './pages/overviewPage';
import { createAlertRoutes } from './routes/alertRoutes';
import { createGeneralRoutes } from './routes/generalRoutes';
import { createSilenceRoutes } from './routes/silenceRoutes';
import { Routing } from './Routing';
import { Silences } from './Silences';

/** What the API has, for those who ask it with another method. */
const ROUTES = [
  { path: /^\/api\/v2\/(alerts|silences)$/, methods: 'POST,GET' },
  { path: /^\/api\/v2\/silence\/[^/]+$/, methods: 'GET,DELETE' },
  { path: /^\/api\/v2\/(alerts\/groups|status|receivers)$/, methods: 'GET' },
];

/** Alertmanager 0.28's API v2: takes alerts, mutes them, tells PagerDuty. */
export class AlertmanagerService implements SandboxService {
  readonly name = 'alertmanager';
  readonly title = 'Alertmanager';
  readonly description =
    'Alerts as Prometheus sends them, and silences; what pages goes to PagerDuty. Simulated: it notifies nobody else.';
  readonly page = '/';
  readonly router = PromiseRouter();
  readonly #context: AlertmanagerContext;

  constructor(options: { kit: Kit; world: World }) {
    const { kit, world } = options;
    const alerts = new Alerts(kit);
    const silences = new Silences(kit);
    const routing = new Routing(world);
    const dispatcher = new Dispatcher({ kit, alerts, silences, routing });
    const context = { kit, alerts, silences, routing, dispatcher };
    this.#context = context;

    const { router } = this;
    router.use(refuseOtherSites);
    router.get(['/-/healthy', '/-/ready'], (_request, response) => {
      response.type('text/plain').send('OK');
    });
    router.get('/', (_request, response) => {
      sendPage(response, overviewPage(context));
    });
    router.use(json({ limit: '5mb' }));
    router.use('/api/v2', createAlertRoutes(context));
    router.use('/api/v2', createSilenceRoutes(context));
    router.use('/api/v2', createGeneralRoutes(context));
  }

  inventory() {
    const { silences } = this.#context;
    return {
      silences: silences
        .list()
        .filter(one => silences.stateOf(one) !== 'expired')
        .map(
          ({ matchers, createdBy }) =>
            `${matchers.map(formatMatcher).join(', ')} by ${createdBy}`,
        ),
    };
  }

  async start() {
    this.#context.dispatcher.start();
  }

  async stop() {
    this.#context.dispatcher.stop();
  }

  notFound(request: Request, response: Response) {
    if (!request.path.startsWith('/api/v2')) {
      response.status(404).type('text/plain').send('404 page not found\n');
      return;
    }
    const { method, path } = request;
    const known = ROUTES.find(route => route.path.test(path));
    const error = known
      ? {
          code: 405,
          message: `method ${method} is not allowed, but [${known.methods}] are`,
        }
      : { code: 404, message: `path ${path} was not found` };
    response.status(error.code).json(error);
  }

  onError(
    error: Error & { status?: number },
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    if (!(error instanceof AlertmanagerError)) {
      const { status = 500, message } = error;
      response.status(status).json({ code: status, message });
      return;
    }
    response.status(error.status);
    if (error.payload === undefined) response.end();
    else response.json(error.payload);
  }

  fail(status: number, _request: Request, response: Response) {
    response.status(status).json('Fault injected by the sandbox');
  }
}
