import { json, type NextFunction, type Request, type Response } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import { RateLimit } from '../okta/management/RateLimit';
import { Directory } from './directory/Directory';
import { Rotation } from './directory/Rotation';
import { Incidents } from './Incidents';
import type { PagerDutyContext } from './PagerDutyContext';
import { PagerDutyError } from './PagerDutyError';
import { createPageRoutes } from './pages/pageRoutes';
import { Presenter } from './present/Presenter';
import { createDirectoryRoutes } from './routes/directoryRoutes';
import { createEventRoutes } from './routes/eventRoutes';
import { createIncidentDetailRoutes } from './routes/incidentDetailRoutes';
import { createIncidentRoutes } from './routes/incidentRoutes';

const TOKEN = 'pagerduty-sandbox-token';
/** Requests a minute: https://developer.pagerduty.com/docs/rest-api-rate-limits */
const REQUESTS_A_MINUTE = 960;

/** What a fault of kind `status` answers with. */
const FAILURES: Record<number, PagerDutyError> = Object.fromEntries(
  [
    new PagerDutyError(401, 'Authentication failed', 2006),
    new PagerDutyError(403, 'Access Denied', 2010),
    PagerDutyError.notFound(),
    new PagerDutyError(429, 'Rate Limit Exceeded', 2020),
    new PagerDutyError(500, 'Internal Server Error', 2000),
  ].map(error => [error.status, error]),
);

/** PagerDuty's REST API v2 and Events API v2, on one port. */
export class PagerDutyService implements SandboxService {
  readonly name = 'pagerduty';
  readonly title = 'PagerDuty';
  readonly description =
    'Incidents, escalation policies and who is on call (REST and Events API v2). Simulated: nobody is called.';
  readonly credential = `Authorization: Token token=${TOKEN}`;
  readonly page = '/';
  readonly router = PromiseRouter();
  readonly #rotation: Rotation;
  readonly #context: PagerDutyContext;
  readonly #rateLimit = new RateLimit(REQUESTS_A_MINUTE);

  constructor(options: { kit: Kit; world: World }) {
    const { kit, world } = options;
    this.#rotation = new Rotation(kit);
    const directory = new Directory(world, this.#rotation);
    const incidents = new Incidents(kit, directory);
    const present = new Presenter(kit.urls.pagerduty, directory, incidents);
    const context = { kit, directory, incidents, present };
    this.#context = context;

    const { router } = this;
    router.use(json({ limit: '512kb', type: () => true }));
    router.use(createEventRoutes(context));
    router.use(createPageRoutes(context));
    router.use((request, response, next) => {
      this.#admit(request, response);
      next();
    });
    router.use(createDirectoryRoutes(context));
    router.use(createIncidentRoutes(context));
    router.use(createIncidentDetailRoutes(context));
  }

  #admit(request: Request, response: Response) {
    if (request.get('authorization') !== `Token token=${TOKEN}`) {
      throw new PagerDutyError(401, 'Authentication failed', 2006);
    }
    response.locals.caller = 'account token';
    const { limit } = this.#rateLimit;
    const { remaining, resetsAt } = this.#rateLimit.take();
    response.set({
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(Math.max(0, remaining)),
      'ratelimit-reset': String(secondsUntil(resetsAt)),
    });
    if (remaining < 0)
      throw new PagerDutyError(429, 'Rate Limit Exceeded', 2020);
  }

  /** Incidents that people opened: those of monitoring come and go by themselves. */
  inventory() {
    const { incidents, directory } = this.#context;
    return {
      openIncidents: incidents
        .list()
        .filter(
          ({ status, log: [{ by }] }) =>
            status !== 'resolved' && 'userId' in by,
        )
        .map(
          ({ serviceId, title }) =>
            `${directory.service(serviceId)?.name}: ${title}`,
        ),
    };
  }

  async seed() {
    this.#rotation.seed();
  }

  notFound(_request: Request, response: Response) {
    response.status(404).json(PagerDutyError.notFound());
  }

  onError(
    error: Error & { status?: number },
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    const { status = 500 } = error;
    if (error instanceof PagerDutyError) {
      response.status(status).json(error);
      return;
    }
    const wrapped =
      status < 500
        ? PagerDutyError.invalid('params must be a Hash')
        : new PagerDutyError(500, 'Internal Server Error', 2000);
    response.status(wrapped.status).json(wrapped);
  }

  fail(status: number, _request: Request, response: Response) {
    if (status === 429) {
      response.set({
        'ratelimit-limit': String(REQUESTS_A_MINUTE),
        'ratelimit-remaining': '0',
        'ratelimit-reset': '1',
      });
    }
    response.status(status).json(FAILURES[status] ?? FAILURES[500]);
  }
}

function secondsUntil(epochSeconds: number): number {
  return Math.max(0, Math.ceil(epochSeconds - Date.now() / 1000));
}
