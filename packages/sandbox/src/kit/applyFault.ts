import type { NextFunction, Request, Response } from 'express';
import type { Fault } from './Faults';
import type { InFlight } from './InFlight';
import type { SandboxService } from './SandboxService';
import { withhold } from './withhold';

/** Disturbs one request as a fault says: before its handler, or after it where `after` is set. */
export function applyFault(options: {
  fault: Fault;
  service: SandboxService;
  inFlight: InFlight;
  request: Request;
  response: Response;
  next: NextFunction;
}): void {
  const { fault, service, inFlight, request, response, next } = options;
  response.locals.fault = fault.after ? `${fault.kind} after` : fault.kind;
  const disturb = () => {
    switch (fault.kind) {
      case 'status':
        answer(service, fault.value ?? 503, request, response);
        break;
      case 'latency':
        setTimeout(() => {
          // Not for a caller who hung up, nor after a stop or reset in between.
          if (!response.closed) next();
        }, fault.value ?? 1000);
        break;
      case 'reset':
        request.socket.destroy();
        break;
      default: // hang: the caller's own timeout has to end it
    }
  };
  if (!fault.after) {
    disturb();
    return;
  }
  withhold(response, () => {
    inFlight.forget(response);
    disturb();
  });
  next();
}

function answer(
  service: SandboxService,
  status: number,
  request: Request,
  response: Response,
) {
  if (service.fail) service.fail(status, request, response);
  else
    response.status(status).json({ message: 'Fault injected by the sandbox' });
}
