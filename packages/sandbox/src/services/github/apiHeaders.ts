import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

/** Version of GitHub Enterprise Server that the sandbox says it is. */
export const GHES_VERSION = '3.19.0';

/** Headers of each API answer, and 304 for a JSON answer that the caller has already. */
export function apiHeaders(): RequestHandler {
  return (request, response, next) => {
    response.set({
      'x-github-enterprise-version': GHES_VERSION,
      'x-github-media-type': 'github.v3; format=json',
      'x-github-request-id': createHash('sha1')
        .update(`${Date.now()}${request.originalUrl}`)
        .digest('hex')
        .slice(0, 24)
        .toUpperCase(),
      'access-control-expose-headers': 'ETag, Link, Location',
    });
    response.json = body => {
      const text = JSON.stringify(body) ?? 'null';
      response.set('content-type', 'application/json; charset=utf-8');
      if (request.method === 'GET' && response.statusCode === 200) {
        const tag = createHash('sha256').update(text).digest('hex');
        response.set('etag', `W/"${tag}"`);
        response.set('cache-control', 'private, max-age=60, s-maxage=60');
        if (hasAlready(request, tag)) return response.status(304).end();
      }
      return response.send(text);
    };
    next();
  };
}

/** Whether `If-None-Match` names the tag; unlike Express, whatever `Cache-Control` the caller sends, as on GitHub. */
export function hasAlready(request: Request, tag: string): boolean {
  return request.get('if-none-match')?.includes(`"${tag}"`) ?? false;
}
