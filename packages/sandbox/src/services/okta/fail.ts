import type { Request, Response } from 'express';
import { OAuthError } from './oidc/OAuthError';
import { OktaError } from './OktaError';

/** Error by status; codes: https://developer.okta.com/docs/reference/error-codes/ */
const ERRORS: Record<number, () => OktaError> = {
  400: OktaError.malformed,
  401: OktaError.invalidToken,
  403: OktaError.forbidden,
  429: OktaError.tooManyRequests,
  503: () => new OktaError(503, 'E0000010', 'Service is in read only mode'),
};

/** Answers with a failure as Okta words it: OAuth's form from the OpenID Connect endpoints, its own elsewhere. */
export function fail(status: number, request: Request, response: Response) {
  if (request.path.startsWith('/oauth2/')) {
    const code = status >= 500 ? 'server_error' : 'invalid_request';
    response
      .status(status)
      .json(
        new OAuthError(
          status === 401 ? 'invalid_client' : code,
          'The request could not be processed.',
          status,
        ),
      );
    return;
  }
  if (status === 429) {
    response.set({
      'x-rate-limit-limit': '600',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(Math.ceil(Date.now() / 1000) + 1),
    });
  }
  const error =
    ERRORS[status]?.() ??
    (status === 404
      ? OktaError.notFound(request.path, 'unknown')
      : new OktaError(status, 'E0000009', 'Internal Server Error'));
  response.status(status).json(error);
}
