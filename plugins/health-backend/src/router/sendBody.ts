import type { Request, Response } from 'express';
import type { Body } from '../read/OverviewBodies';

/** Sends JSON that is written out and compressed already; nothing if the browser has it. */
export function sendBody(
  request: Request,
  response: Response,
  { etag, plain, gzipped }: Body,
): void {
  response.set({
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding, Authorization, Cookie',
  });
  if (request.headers['if-none-match'] === etag) {
    response.status(304).end();
  } else if (request.acceptsEncodings('gzip')) {
    response.set('Content-Encoding', 'gzip').end(gzipped);
  } else {
    response.end(plain);
  }
}
