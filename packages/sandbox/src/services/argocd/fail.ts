import type { Request, Response } from 'express';
import { ArgocdError } from './ArgocdError';

/** What Argo CD's API says with a status that is no answer to what was asked. */
const FAILURES: Record<number, ArgocdError> = Object.fromEntries(
  [
    new ArgocdError(
      'Unauthenticated',
      'invalid session: account token has been revoked',
    ),
    new ArgocdError('PermissionDenied', 'permission denied'),
    new ArgocdError('NotFound', 'not found'),
    new ArgocdError('ResourceExhausted', 'too many requests'),
    new ArgocdError('Internal', 'internal error'),
    new ArgocdError(
      'Unavailable',
      'connection error: desc = "transport: Error while dialing: dial tcp: connect: connection refused"',
    ),
    new ArgocdError('DeadlineExceeded', 'context deadline exceeded'),
  ].map(error => [error.status, error]),
);

/** Answers with a failure as Argo CD words it. */
export function fail(status: number, _request: Request, response: Response) {
  const error =
    FAILURES[status] ??
    new ArgocdError('Unknown', 'the request could not be served');
  response.status(status).json(error);
}
