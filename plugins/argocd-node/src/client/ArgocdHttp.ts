import { ServiceUnavailableError } from '@backstage/errors';
import { repeat } from '@portico/plugin-flows-common';
import type { ArgocdInstance } from '../config/readArgocdInstances';
import { argocdError } from './argocdError';

/** A request that failed and is about to be made again. */
export interface ArgocdRetry {
  instance: string;
  method: string;
  path: string;
  /** HTTP status; absent where no answer came. */
  status?: number;
  delaySeconds: number;
  /** For the log, e.g. "Argo CD answered 503; asked again after 1 s". */
  message: string;
}

export interface ArgocdHttpOptions {
  onRetry?: (retry: ArgocdRetry) => void;
  /** How long one attempt may take; 15,000 if absent. */
  timeoutMs?: number;
  /** Pause before the first repetition, doubled with each; 1,000 if absent. */
  retryDelayMs?: number;
  /** Repetitions after the first attempt; 5 if absent, within a minute. */
  retries?: number;
}

export interface ArgocdRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with its parts encoded. */
  path: string;
  query?: Record<string, string | string[] | undefined>;
  body?: unknown;
  /** Whether the request can be made twice without harm. */
  repeatable: boolean;
  signal?: AbortSignal;
}

/** What makes a request worth repeating: no answer, 429, or 5xx. */
class Unanswered extends Error {
  constructor(
    readonly reason: Error,
    readonly status?: number,
    readonly retryAfterMs?: number,
  ) {
    super(reason.message);
  }
}

/** Requests to one Argo CD with timeout, cancellation and repetition. */
export class ArgocdHttp {
  readonly #instance: ArgocdInstance;
  readonly #options: ArgocdHttpOptions;

  constructor(instance: ArgocdInstance, options: ArgocdHttpOptions = {}) {
    this.#instance = instance;
    this.#options = options;
  }

  /** @throws one of the errors that {@link argocdError} makes, or the signal's reason */
  async request<T>(request: ArgocdRequest): Promise<T> {
    const { retries, retryDelayMs, onRetry } = this.#options;
    const path = `/api/v1${request.path}`;
    try {
      return await repeat(() => this.#attempt<T>(request), {
        isWorthwhile: error =>
          request.repeatable && error instanceof Unanswered,
        askedMs: error =>
          error instanceof Unanswered ? error.retryAfterMs : undefined,
        onRepeat: (error, delayMs) => {
          const status = error instanceof Unanswered ? error.status : undefined;
          const delaySeconds = delayMs / 1000;
          const did = status ? `answered ${status}` : 'did not answer';
          onRetry?.({
            instance: this.#instance.name,
            method: request.method,
            path,
            status,
            delaySeconds,
            message: `Argo CD ${did}; asked again after ${delaySeconds} s`,
          });
        },
        signal: request.signal,
        firstDelayMs: retryDelayMs,
        retries,
      });
    } catch (error) {
      throw error instanceof Unanswered ? error.reason : error;
    }
  }

  async #attempt<T>(request: ArgocdRequest): Promise<T> {
    const { method, signal } = request;
    const { name, baseUrl, token } = this.#instance;
    const { timeoutMs = 15_000 } = this.#options;
    signal?.throwIfAborted();
    const path = `/api/v1${request.path}`;
    const timeout = AbortSignal.timeout(timeoutMs);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${baseUrl}${path}${queryString(request.query)}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(request.body === undefined
            ? {}
            : { 'content-type': 'application/json' }),
        },
        body:
          request.body === undefined ? undefined : JSON.stringify(request.body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      const why = timeout.aborted
        ? `no answer within ${timeoutMs / 1000} s`
        : describeNetworkError(error as Error);
      throw new Unanswered(
        new ServiceUnavailableError(
          `Argo CD '${name}' could not be asked for ${method} ${path} at ${baseUrl}: ${why}. Check that it runs and that baseUrl is right.`,
          error as Error,
        ),
      );
    }
    if (!response.ok) {
      const { status } = response;
      const error = argocdError({
        instance: name,
        method,
        path,
        status,
        body: text,
      });
      const seconds = Number(response.headers.get('retry-after') ?? NaN);
      throw status === 429 || status >= 500
        ? new Unanswered(
            error,
            status,
            Number.isFinite(seconds) ? seconds * 1000 : undefined,
          )
        : error;
    }
    return (text ? JSON.parse(text) : {}) as T;
  }
}

function queryString(query: ArgocdRequest['query'] = {}): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat()) parameters.append(key, one);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

/** `fetch failed` says nothing; its cause does, e.g. `connect ECONNREFUSED 127.0.0.1:7104`. */
function describeNetworkError(error: Error): string {
  return error.cause instanceof Error && error.cause.message
    ? error.cause.message
    : error.message;
}
