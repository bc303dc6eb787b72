import type { Response } from 'express';

/** Aborts when the browser has gone before its answer came. */
export function untilGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
