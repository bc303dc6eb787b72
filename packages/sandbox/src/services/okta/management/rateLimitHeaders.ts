import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Requests a minute that Okta allows on most of its management endpoints. */
const LIMIT = 600;

/**
 * Sets the headers that clients pace themselves by, and the request id. The sandbox counts but never
 * refuses; a fault with status 429 does that. See https://developer.okta.com/docs/reference/rl-best-practices/
 */
export function rateLimitHeaders(): RequestHandler {
  let minute = 0;
  let used = 0;
  return (_request, response, next) => {
    const now = Math.floor(Date.now() / 60_000);
    used = now === minute ? used + 1 : 1;
    minute = now;
    response.set({
      'x-rate-limit-limit': String(LIMIT),
      'x-rate-limit-remaining': String(Math.max(LIMIT - used, 1)),
      'x-rate-limit-reset': String((minute + 1) * 60),
      'x-okta-request-id': randomBytes(16).toString('hex'),
    });
    next();
  };
}
