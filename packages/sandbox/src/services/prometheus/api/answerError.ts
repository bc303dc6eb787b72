import type { NextFunction, Request, Response } from 'express';
import { PromqlError } from '../promql/PromqlError';
import { sendError } from './ApiError';

/** Answers what a route threw as Prometheus does. */
export function answerError(
  error: Error & { status?: number },
  _request: Request,
  response: Response,
  _next: NextFunction,
): void {
  if (error instanceof PromqlError) {
    sendError(response, error.type, error.message);
  } else if (error.status !== undefined && error.status < 500) {
    const reason =
      error.status === 413 ? 'http: POST too large' : error.message;
    sendError(response, 'bad_data', `error parsing form values: ${reason}`);
  } else {
    sendError(response, 'internal', error.message);
  }
}

/** Answers an unknown route as Go does. */
export function answerNotFound(_request: Request, response: Response): void {
  response.status(404).type('text').send('404 page not found\n');
}
