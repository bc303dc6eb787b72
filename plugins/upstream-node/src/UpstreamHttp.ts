import { ServiceUnavailableError } from '@backstage/errors';
import { repeat } from '@portico/plugin-flows-common';
import { AnswerTooLargeError } from './AnswerTooLargeError';
import { readBody } from './readBody';
import type { Download, Patience, Upstream, UpstreamRequest } from './Upstream';
import { upstreamError } from './upstreamError';

/** What makes a request worth repeating: no answer, 429, or 5xx. */
class Unanswered extends Error {
  constructor(readonly reason: Error, readonly retryAfterMs?: number) {
    super(reason.message);
  }
}

/** Requests with JSON to one server: timeout, cancellation, repetition, and errors that say what to do. */
export class UpstreamHttp {
  readonly #upstream: Upstream;
  readonly #patience: Patience;

  constructor(upstream: Upstream, patience: Patience = {}) {
    this.#upstream = upstream;
    this.#patience = patience;
  }

  /**
   * @throws InputError, NotFoundError, ConflictError where it refuses; ServiceUnavailableError where it does not
   *   answer, or not with its API; AnswerTooLargeError; the signal's reason
   */
  async request<T>(request: UpstreamRequest): Promise<T> {
    const { data } = await this.download(request);
    return this.#parse<T>(request, data.toString('utf8'));
  }

  /** The same for what is no JSON, e.g. a picture; throws the same. */
  async download(request: UpstreamRequest): Promise<Download> {
    const {
      retries = 2,
      retryDelayMs = 500,
      budgetMs = 15_000,
    } = this.#patience;
    try {
      return await repeat(() => this.#attempt(request), {
        isWorthwhile: error =>
          request.repeatable && error instanceof Unanswered,
        askedMs: error =>
          error instanceof Unanswered ? error.retryAfterMs : undefined,
        signal: request.signal,
        firstDelayMs: retryDelayMs,
        retries,
        budgetMs,
      });
    } catch (error) {
      throw error instanceof Unanswered ? error.reason : error;
    }
  }

  async #attempt(request: UpstreamRequest): Promise<Download> {
    const { method, path, query, body, form, headers, signal } = request;
    const { title, url, configuredAt } = this.#upstream;
    const timeoutMs = request.timeoutMs ?? this.#patience.timeoutMs ?? 10_000;
    signal?.throwIfAborted();
    request.onAttempt?.();
    const timeout = AbortSignal.timeout(timeoutMs);
    const search = query?.size ? `?${query}` : '';
    let response: Response;
    let data: Buffer | undefined;
    try {
      response = await fetch(`${url}${path}${search}`, {
        method,
        headers: {
          accept: 'application/json',
          'user-agent': 'Portico',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...this.#upstream.headers,
          ...headers,
        },
        body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
        // Followed, a redirect would carry the credential elsewhere or turn a POST into a GET.
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      data = await readBody(response, request.mostBytes);
    } catch (error) {
      signal?.throwIfAborted();
      const why = timeout.aborted
        ? `no answer within ${timeoutMs / 1000} s`
        : reasonOf(error as Error);
      throw new Unanswered(
        new ServiceUnavailableError(
          `${title} could not be asked for ${method} ${path} at ${url}: ${why}. Check that it runs, and its address under ${configuredAt}.`,
          error as Error,
        ),
      );
    }
    if (!response.ok) {
      throw this.#refusal(request, response, data?.toString('utf8') ?? '');
    }
    if (data) {
      return { contentType: response.headers.get('content-type') ?? '', data };
    }
    throw new AnswerTooLargeError(
      `${title} answered ${method} ${path} with more than ${request.mostBytes} bytes. Ask for less.`,
    );
  }

  #refusal(request: UpstreamRequest, response: Response, text: string): Error {
    const { status, headers } = response;
    const error = upstreamError(this.#upstream, request, status, text);
    const { message } = error;
    const own = this.#upstream.refusalOf?.({ status, text, message });
    if (own) return own;
    if (status !== 429 && status < 500) return error;
    const seconds = Number(
      this.#upstream.retryAfterIn?.(headers) ??
        headers.get('retry-after') ??
        headers.get('ratelimit-reset') ??
        NaN,
    );
    return new Unanswered(
      error,
      Number.isFinite(seconds) ? seconds * 1000 : undefined,
    );
  }

  #parse<T>({ method, path }: UpstreamRequest, text: string): T {
    if (text === '') return undefined as T;
    try {
      return JSON.parse(text) as T;
    } catch {
      const { title, configuredAt } = this.#upstream;
      throw new ServiceUnavailableError(
        `${title} answered something that is no JSON to ${method} ${path}. Check that the address under ${configuredAt} is that of its API.`,
      );
    }
  }
}

/** `fetch failed` says nothing; its cause does, e.g. `connect ECONNREFUSED 127.0.0.1:7107`. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error && error.cause.message
    ? error.cause.message
    : error.message;
}
