import type { NextFunction, Request, Response } from 'express';
import type {
  Faults,
  RequestLog,
  SandboxControl,
  SandboxService,
} from '../../kit';
import { createControlRouter } from './controlRouter';

/** The index page, the request log, faults and reset. */
export class ControlService implements SandboxService {
  readonly name = 'control';
  readonly title = 'Control';
  readonly description =
    'This page, the request log, what there is, faults and reset. Nothing is simulated here.';
  readonly page = '/';
  readonly router;

  constructor(options: {
    requests: RequestLog;
    faults: Faults;
    control: SandboxControl;
    urls: Record<string, string>;
  }) {
    this.router = createControlRouter(options);
  }

  notFound(request: Request, response: Response) {
    response.status(404).json({
      message: `No ${request.method} ${request.path} here. There are GET /, GET /health, GET /requests, GET /objects, GET, POST and DELETE /faults, POST /reset.`,
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
