import type { RequestHandler } from 'express';
import { GrafanaError } from './GrafanaError';

/** Of a service account with the role Admin in organisation 1. */
export const TOKEN = 'grafana-sandbox-token';
/** The service account's login: `sa-<org>-<name>`. */
export const LOGIN = 'sa-1-portico';

/**
 * Lets the service account in: its token as a bearer, or as the password of `api_key`.
 * https://grafana.com/docs/grafana/latest/developers/http_api/authentication/
 */
export const authenticate: RequestHandler = (request, response, next) => {
  const header = request.get('authorization');
  const [scheme = '', value = ''] = header?.split(' ') ?? [];
  const isBasic = scheme.toLowerCase() === 'basic';
  const [user, ...password] = Buffer.from(value, 'base64')
    .toString()
    .split(':');
  const token = isBasic && user === 'api_key' ? password.join(':') : value;
  if (!header) {
    throw GrafanaError.named(401, 'auth.unauthorized', 'Unauthorized');
  }
  if (isBasic && user !== 'api_key') {
    throw GrafanaError.named(
      401,
      'password-auth.failed',
      'Invalid username or password',
    );
  }
  if (token !== TOKEN) throw invalidKey();
  response.locals.caller = LOGIN;
  next();
};

export function invalidKey(): GrafanaError {
  return GrafanaError.named(401, 'api-key.invalid', 'Invalid API key');
}
