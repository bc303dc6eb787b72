import type { Request, Response } from 'express';
import { GithubError } from './GithubError';

/** What GitHub says with a status that is no answer to what was asked. https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
const MESSAGES: Record<number, string> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by personal access token',
  404: 'Not Found',
  429: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  500: 'Server Error',
  502: 'Server Error',
  503: 'No server is currently available to service your request. Sorry about that. Please try resubmitting your request and contact us if the problem persists.',
  504: 'We couldn’t respond to your request in time. Sorry about that. Please try resubmitting your request and contact us if the problem persists.',
};

/** Answers with a failure as GitHub words it: JSON from the API, a line of text to git. */
export function fail(status: number, request: Request, response: Response) {
  const message = MESSAGES[status] ?? 'Server Error';
  if (status === 429) response.set('retry-after', '1');
  if (request.originalUrl.startsWith('/api/')) {
    response.status(status).json(new GithubError(status, message));
    return;
  }
  if (status === 401) response.set('www-authenticate', 'Basic realm="GitHub"');
  response
    .status(status)
    .type('text/plain')
    .send(status === 401 ? 'Invalid username or token.\n' : `${message}\n`);
}
