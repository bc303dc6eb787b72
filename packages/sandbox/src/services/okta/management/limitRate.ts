import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { OktaError } from '../OktaError';
import type { RateLimit } from './RateLimit';

/**
 * Sets the headers that clients pace themselves by, and the request id, and refuses what is too much:
 * https://developer.okta.com/docs/reference/rl-best-practices/
 */
export function limitRate(rateLimit: RateLimit): RequestHandler {
  return (_request, response, next) => {
    const { remaining, resetsAt } = rateLimit.take();
    response.set({
      'x-rate-limit-limit': String(rateLimit.limit),
      'x-rate-limit-remaining': String(Math.max(remaining, 0)),
      'x-rate-limit-reset': String(resetsAt),
      'x-okta-request-id': randomBytes(16).toString('hex'),
    });
    if (remaining < 0) throw OktaError.tooManyRequests();
    next();
  };
}
