import type { NextFunction, Request, Response } from 'express';
import { worldIncidents, type StoredIncidents } from '../../incidents';
import type {
  Faults,
  Kit,
  RequestLog,
  SandboxControl,
  SandboxService,
} from '../../kit';
import type { World } from '../../world';
import { createControlRouter } from './controlRouter';

/** The index page, the request log, faults, incidents and reset. */
export class ControlService implements SandboxService {
  readonly name = 'control';
  readonly title = 'Control';
  readonly description =
    'This page, the request log, what there is, faults, incidents and reset. Nothing is simulated here.';
  readonly page = '/';
  readonly router;
  readonly #kit: Kit;
  readonly #world: World;
  readonly #incidents: StoredIncidents;

  constructor(options: {
    requests: RequestLog;
    faults: Faults;
    control: SandboxControl;
    kit: Kit;
    world: World;
    incidents: StoredIncidents;
  }) {
    this.#kit = options.kit;
    this.#world = options.world;
    this.#incidents = options.incidents;
    this.router = createControlRouter({ ...options, urls: options.kit.urls });
  }

  async seed() {
    const told = worldIncidents(this.#world, this.#kit.clock.now());
    this.#incidents.seed(told);
  }

  notFound(request: Request, response: Response) {
    response.status(404).json({
      message: `No ${request.method} ${request.path} here. There are GET /, GET /health, GET /requests, GET /objects, GET, POST and DELETE /faults, GET, POST and DELETE /incidents, POST /reset.`,
    });
  }

  onError(
    error: Error & { status?: number },
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    const { status = 500, message } = error;
    response.status(status).json({ message });
  }
}
