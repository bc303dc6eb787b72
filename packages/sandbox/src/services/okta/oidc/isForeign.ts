import type { Request } from 'express';

/** Whether a page of another site sent a request. */
export function isForeign(request: Request): boolean {
  const origin = request.get('origin');
  return origin !== undefined && origin !== `http://${request.get('host')}`;
}
