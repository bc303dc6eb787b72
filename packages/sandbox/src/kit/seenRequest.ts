import type { Request } from 'express';
import { setImmediate as turn } from 'node:timers/promises';

/** How a request looks to the request log and to faults. */
export interface SeenRequest {
  method: string;
  /** Path with its query string; of AWS's JSON services also the operation, which the path doesn't tell: `/ SWBExternalService.ListInstances`. */
  path: string;
  /** The beginning of its body; only where a fault looks at it. */
  body?: string;
}

export function seenRequest(request: Request): SeenRequest {
  const { method, originalUrl } = request;
  const target = request.get('x-amz-target');
  return { method, path: target ? `${originalUrl} ${target}` : originalUrl };
}

/** What has arrived of a request's body, at least its first packet; its handler still gets all of it. */
export async function peekBody(request: Request): Promise<string> {
  const hasBody =
    request.get('transfer-encoding') !== undefined ||
    Number(request.get('content-length') ?? 0) > 0;
  if (!hasBody) return '';
  const chunk = await new Promise<Buffer | undefined>(resolve => {
    const look = () => {
      const found: Buffer | null = request.read();
      if (found) request.unshift(found);
      resolve(found ?? undefined);
    };
    request.once('readable', look);
    request.once('close', () => resolve(undefined));
  });
  // Node notices only now that nobody waits for `readable` any more, and lets the handler read.
  await turn();
  return chunk?.toString('utf8') ?? '';
}
