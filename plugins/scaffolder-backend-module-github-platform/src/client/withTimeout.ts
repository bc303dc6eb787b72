import { ServiceUnavailableError } from '@backstage/errors';

const TIMEOUT_MS = 60_000;

/**
 * Waits for work of upstream's, whose clients know neither a timeout nor cancellation.
 *
 * @param what names the work for the error, e.g. `pushing to mini-org/orders`
 * @throws ServiceUnavailableError after a minute, and the signal's reason once it is cancelled
 */
export async function withTimeout<T>(
  work: Promise<T>,
  options: { what: string; signal?: AbortSignal; timeoutMs?: number },
): Promise<T> {
  const { what, signal, timeoutMs = TIMEOUT_MS } = options;
  let stop = () => {};
  const end = new Promise<never>((_, reject) => {
    const timer = setTimeout(
      () =>
        reject(
          new ServiceUnavailableError(
            `GitHub did not answer within ${timeoutMs / 1000} s while ${what}.`,
          ),
        ),
      timeoutMs,
    );
    const onAbort = () => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    stop();
  }
}
