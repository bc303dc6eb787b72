import type { Request, RequestHandler } from 'express';
import { createId, type LogContext } from '../directory';
import { OktaError } from '../OktaError';

/** The API token that the sandbox takes. */
export const API_TOKEN = 'okta-sandbox-token';

/** Lets requests with the API token through; others get 401 `E0000011`. */
export const authenticate: RequestHandler = (request, response, next) => {
  const [scheme, token] = (request.get('authorization') ?? '').split(/\s+/);
  if (scheme.toUpperCase() !== 'SSWS' || token !== API_TOKEN) {
    throw OktaError.invalidToken();
  }
  response.locals.caller = 'API token';
  next();
};

/** The API token's owner, as whom the system log shows its changes. */
export function logContext(request: Request): LogContext {
  return {
    actor: {
      id: createId('00u', 'api-token'),
      type: 'User',
      alternateId: 'portico-automation@mini-org.example',
      displayName: 'Portico Automation',
    },
    userAgent: request.get('user-agent'),
  };
}
