import express from 'express';
import PromiseRouter from 'express-promise-router';
import { applyFault } from './applyFault';
import type { Faults } from './Faults';
import type { InFlight } from './InFlight';
import type { RequestLog } from './RequestLog';
import type { SandboxService } from './SandboxService';
import { peekBody, seenRequest } from './seenRequest';

/** Puts the request log and the faults in front of a service's routes. */
export function createServiceApp(options: {
  service: SandboxService;
  requests: RequestLog;
  faults: Faults;
  /** Knows which requests are being answered. */
  inFlight: InFlight;
  /** While false, requests get 503: the sandbox starts or is being reset. Always true if absent. */
  isReady?: () => boolean;
}): express.Express {
  const { service, requests, faults, inFlight, isReady = () => true } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);

  app.use((request, response, next) => {
    const startedAt = new Date();
    const { method, path } = seenRequest(request);
    response.once('close', () => {
      if (response.locals.unlogged) return;
      requests.add({
        at: startedAt.toISOString(),
        service: service.name,
        method,
        path,
        status: response.writableFinished ? response.statusCode : 0,
        durationMs: Date.now() - startedAt.getTime(),
        caller: response.locals.caller,
        userAgent: request.get('user-agent'),
        fault: response.locals.fault,
        unknownRoute: response.locals.unknownRoute,
      });
    });
    next();
  });

  app.use((_request, response, next) => {
    if (isReady()) {
      next();
      return;
    }
    response
      .status(503)
      .set('retry-after', '1')
      .json({ message: 'The sandbox is being reset; try again in a second' });
  });

  const disturbances = PromiseRouter();
  disturbances.use(async (request, response, next) => {
    const seen = seenRequest(request);
    const body = faults.lookAtBody(service.name)
      ? await peekBody(request)
      : undefined;
    const fault = faults.take(service.name, { ...seen, body });
    if (fault) {
      applyFault({ fault, service, inFlight, request, response, next });
    } else {
      next();
    }
  });
  app.use(disturbances);

  app.use((_request, response, next) => {
    // A reset is a request to the control service itself, and must not wait for its own end.
    if (service.name !== 'control') inFlight.request(response);
    next();
  });

  app.use(service.router);

  app.use((request, response) => {
    response.locals.unknownRoute = true;
    service.notFound(request, response);
  });

  const onError: express.ErrorRequestHandler = (
    error,
    request,
    response,
    next,
  ) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    service.onError(error, request, response, next);
  };
  app.use(onError);
  return app;
}
