import { RequestExecutor } from '@okta/okta-sdk-nodejs';
import { DelegateBackoff, handleWhen, retry } from 'cockatiel';

type Request = Parameters<RequestExecutor['fetch']>[0];
type Response = Awaited<ReturnType<RequestExecutor['fetch']>>;

/** How patient a client is; times in milliseconds. */
export interface Patience {
  /** For one attempt; 15,000 if absent. */
  timeoutMs?: number;
  /** Before the first repetition, doubled with each; 1,000 if absent. */
  retryDelayMs?: number;
}

const RETRIES = 4;
/** Okta's rate limits have windows of a minute. */
const LONGEST_PAUSE_MS = 65_000;

/** An answer that is worth asking again for. */
class Unwilling extends Error {
  constructor(readonly response: Response) {
    super(`answered ${response.status}`);
  }
}

/**
 * Carries the requests of Okta's client, with a limit for each attempt, cancellation, and repetition
 * after 429, 5xx and lost connections. Every write that goes through it can be repeated: its user looks
 * again where an answer was lost.
 */
export class PatientExecutor extends RequestExecutor {
  readonly #options: Patience & {
    signal?: AbortSignal;
    onRetry(message: string): void;
  };

  constructor(
    options: Patience & {
      signal?: AbortSignal;
      onRetry(message: string): void;
    },
  ) {
    super();
    this.#options = options;
  }

  async fetch(request: Request): Promise<Response> {
    const { signal, timeoutMs = 15_000, retryDelayMs = 1_000 } = this.#options;
    const policy = retry(
      handleWhen(() => !signal?.aborted),
      {
        maxAttempts: RETRIES,
        backoff: new DelegateBackoff(({ attempt, result }) => {
          const asked =
            'error' in result && result.error instanceof Unwilling
              ? askedPauseMs(result.error.response)
              : undefined;
          return Math.min(
            asked ?? retryDelayMs * 2 ** (attempt - 1),
            LONGEST_PAUSE_MS,
          );
        }),
      },
    );
    policy.onRetry(event => {
      const what =
        'error' in event && event.error instanceof Unwilling
          ? event.error.message
          : 'did not answer';
      this.#options.onRetry(
        `Okta ${what}; asked again after ${event.delay / 1000} s`,
      );
    });
    try {
      return await policy.execute(async () => {
        signal?.throwIfAborted();
        const timeout = AbortSignal.timeout(timeoutMs);
        const response = await super.fetch({
          ...request,
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
        if (response.status === 429 || response.status >= 500) {
          throw new Unwilling(response);
        }
        return response;
      }, signal);
    } catch (error) {
      signal?.throwIfAborted();
      // The client turns the answer into its own error.
      if (error instanceof Unwilling) return error.response;
      throw error;
    }
  }
}

/**
 * Pause that the answer asks for. The reset is a moment on Okta's clock, so it is measured from the
 * answer's `Date`: https://developer.okta.com/docs/reference/rl-best-practices/
 */
function askedPauseMs(response: Response): number | undefined {
  if (response.status !== 429) return undefined;
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  if (Number.isFinite(seconds)) return seconds * 1_000;
  const reset = Number(response.headers.get('x-rate-limit-reset') ?? NaN);
  if (!Number.isFinite(reset)) return undefined;
  const now = Date.parse(response.headers.get('date') ?? '') || Date.now();
  return Math.max(reset * 1_000 - now, 0) + 1_000;
}
