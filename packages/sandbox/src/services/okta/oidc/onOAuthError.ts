import type { ErrorRequestHandler, Response } from 'express';
import { OAuthError } from './OAuthError';

/** Answers errors of OAuth, and leaves the rest to others. */
export function onOAuthError(
  answer: (error: OAuthError, response: Response) => void,
): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (error instanceof OAuthError) answer(error, response);
    else next(error);
  };
}
