import type { RequestHandler } from 'express';

const HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Keeps web pages of other origins out of a service that has no credential, since a browser on this
 * machine reaches it. Requests must name this machine as their host (DNS rebinding), must not come from
 * another origin, and send JSON where they send anything (which a form of another site can't).
 */
export const refuseOtherSites: RequestHandler = (request, response, next) => {
  const host = request.get('host') ?? '';
  if (!HOSTS.includes(host.replace(/:\d+$/, ''))) {
    response.status(403).json({
      message: `Host '${host}' is not this machine; use http://127.0.0.1`,
    });
    return;
  }
  if (request.method === 'GET' || request.method === 'HEAD') {
    next();
    return;
  }
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site') ?? 'none';
  if (
    (origin !== undefined && origin !== `http://${host}`) ||
    !['none', 'same-origin'].includes(site)
  ) {
    response.status(403).json({
      message: `Refused: pages of ${
        origin ?? 'another site'
      } may not change the sandbox`,
    });
    return;
  }
  const hasBody =
    request.get('transfer-encoding') !== undefined ||
    Number(request.get('content-length') ?? 0) > 0;
  if (hasBody && !request.is('application/json')) {
    response.status(415).json({
      message:
        "Send JSON: add the header 'content-type: application/json' (curl -H 'content-type: application/json')",
    });
    return;
  }
  next();
};
