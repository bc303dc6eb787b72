import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';

const TIMEOUT_MS = 5_000;
const TRIES = 3;
const PAUSE_MS = 500;

function causeOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: Error };
  if (name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} s`;
  return cause?.message || message;
}

/**
 * One authenticated GET that tells whether a server can be worked with; asked up to three times while
 * the server fails or does not answer.
 *
 * @param options.server what to call it, e.g. `HCP Terraform 'mini-org'`
 * @param options.configKey where its address and token stand
 * @throws AuthenticationError, NotAllowedError, InputError or ServiceUnavailableError, never with the token
 */
export async function askServer(options: {
  server: string;
  url: string;
  headers: Record<string, string>;
  configKey: string;
  signal?: AbortSignal;
}): Promise<void> {
  const { server, url, headers, configKey, signal } = options;
  const path = new URL(url).pathname;
  let trouble = '';
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    signal?.throwIfAborted();
    if (attempt > 1) {
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const { ok, status } = await fetch(url, {
        headers,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      if (ok) return;
      const what = `${server} answered ${status} to GET ${path}.`;
      if (status === 401) {
        throw new AuthenticationError(
          `${what} It refuses Portico's token: correct ${configKey}.`,
        );
      }
      if (status === 403) {
        throw new NotAllowedError(
          `${what} The token of ${configKey} lacks the right to read this.`,
        );
      }
      if (status === 404) {
        throw new InputError(
          `${what} Either it doesn't exist or the token of ${configKey} may not see it: check both.`,
        );
      }
      if (status !== 429 && status < 500) throw new InputError(what);
      trouble = what;
    } catch (error) {
      signal?.throwIfAborted();
      if (
        error instanceof AuthenticationError ||
        error instanceof NotAllowedError ||
        error instanceof InputError
      ) {
        throw error;
      }
      trouble = `${server} did not answer at ${new URL(url).origin}: ${causeOf(
        error,
      )}.`;
    }
  }
  throw new ServiceUnavailableError(
    `${trouble} Asked ${TRIES} times; nothing was made. Check ${configKey}, or try again when it is back.`,
  );
}
