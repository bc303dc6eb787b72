import type { RequestHandler } from 'express';
import type { RequestLog, SandboxControl } from '../../kit';
import { text, wholeNumber } from './query';

/**
 * `GET /requests?service=github&method=POST,PUT&since=41&limit=10`: what services answered, newest last.
 * The header `x-last-request-id` says up to where: the `since` of whoever wants what comes later.
 */
export function listRequests(options: {
  requests: RequestLog;
  control: SandboxControl;
}): RequestHandler {
  const { requests, control } = options;
  return (request, response) => {
    const service = text(request, 'service');
    const known = control.services().map(one => one.name as string);
    if (service && !known.concat('smtp').includes(service)) {
      const message = `'service' must be one of ${known.join(
        ', ',
      )}, not '${service}'`;
      response.status(400).json({ message });
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
    const methods = text(request, 'method')?.toUpperCase().split(',');
    response
      .set('x-last-request-id', String(requests.lastId))
      .json(requests.list({ service, methods, since, limit }));
  };
}
