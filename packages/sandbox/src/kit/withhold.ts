import type { Response } from 'express';

/**
 * Lets a handler answer as it would, but keeps the answer from the client.
 *
 * @param onEnd called once the handler has answered, with a response that works again and is empty
 */
export function withhold(response: Response, onEnd: () => void): void {
  const { write, writeHead, end, flushHeaders } = response;
  let ended = false;
  Object.assign(response, {
    write: () => true,
    writeHead: () => response,
    flushHeaders: () => undefined,
    end: () => {
      if (ended) return response;
      ended = true;
      Object.assign(response, { write, writeHead, end, flushHeaders });
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      onEnd();
      return response;
    },
  });
}
