import { ServiceUnavailableError } from '@backstage/errors';
import { repeat } from '@portico/plugin-flows-common';
import type { PrometheusInstance } from '../config/PrometheusSettings';
import {
  toNumber,
  type ApiBody,
  type InstantAnswer,
  type RangeSeries,
} from './answer';
import { prometheusError } from './prometheusError';

export interface QueryOptions {
  signal?: AbortSignal;
  /** When the query is evaluated; by the server's clock if absent. */
  at?: Date;
}

/** A range query: seconds since 1970. */
export interface RangeOptions {
  start: number;
  end: number;
  stepSeconds: number;
  signal?: AbortSignal;
}

/** Asking again would take as long again. */
class TooSlow extends ServiceUnavailableError {}

/** Queries to one server, over the stable HTTP API: https://prometheus.io/docs/prometheus/latest/querying/api/ */
export class PrometheusClient {
  readonly instance: PrometheusInstance;
  readonly #retryDelayMs: number;

  constructor(
    instance: PrometheusInstance,
    options: { retryDelayMs?: number } = {},
  ) {
    this.instance = instance;
    this.#retryDelayMs = options.retryDelayMs ?? 500;
  }

  /**
   * An instant query whose answer is a vector.
   *
   * @throws QueryRefusedError where a smaller query may be answered; else what says why there is no answer
   */
  async query(query: string, options: QueryOptions): Promise<InstantAnswer> {
    const form = new URLSearchParams({ query, timeout: this.#timeout });
    if (options.at) form.set('time', String(options.at.getTime() / 1000));
    const body = await this.#post('/api/v1/query', form, options.signal);
    return {
      samples: (body.data?.result ?? []).map(({ metric = {}, value }) => ({
        labels: metric,
        value: toNumber(value?.[1] ?? 'NaN'),
      })),
      warnings: [
        ...(body.warnings ?? []),
        ...(body.isPartial ? ['some of its stores did not answer'] : []),
      ],
    };
  }

  /** A range query; throws as {@link PrometheusClient.query} does. */
  async queryRange(
    query: string,
    options: RangeOptions,
  ): Promise<RangeSeries[]> {
    const form = new URLSearchParams({
      query,
      start: String(options.start),
      end: String(options.end),
      step: String(options.stepSeconds),
      timeout: this.#timeout,
    });
    const body = await this.#post('/api/v1/query_range', form, options.signal);
    return (body.data?.result ?? []).map(({ metric = {}, values = [] }) => ({
      labels: metric,
      values: values.map(([at, value]) => [at, toNumber(value)]),
    }));
  }

  get #timeout(): string {
    return `${this.instance.timeoutSeconds}s`;
  }

  /** Asked again once where nothing came back or the server was busy: a query changes nothing. */
  #post(
    path: string,
    form: URLSearchParams,
    signal?: AbortSignal,
  ): Promise<ApiBody> {
    return repeat(() => this.#attempt(path, form, signal), {
      isWorthwhile: error =>
        error instanceof ServiceUnavailableError && !(error instanceof TooSlow),
      firstDelayMs: this.#retryDelayMs,
      retries: 1,
      signal,
    });
  }

  async #attempt(
    path: string,
    form: URLSearchParams,
    signal?: AbortSignal,
  ): Promise<ApiBody> {
    const { name, url, headers, timeoutSeconds } = this.instance;
    // The server is told the same limit; it gets a moment to say so itself.
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000 + 500);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { ...headers, accept: 'application/json' },
        body: form,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      const what = `Prometheus '${name}' could not be asked for POST ${path} at ${url}`;
      throw timeout.aborted
        ? new TooSlow(
            `${what}: no answer within ${timeoutSeconds} s. Check its load, or give it more with timeoutSeconds.`,
          )
        : new ServiceUnavailableError(
            `${what}: ${reasonOf(
              error as Error,
            )}. Check that it runs and that url is right.`,
            error as Error,
          );
    }
    if (!response.ok) {
      throw prometheusError(this.instance, path, response.status, text);
    }
    return parse(text, `Prometheus '${name}' at ${url}`);
  }
}

function parse(text: string, who: string): ApiBody {
  try {
    const body = JSON.parse(text) as ApiBody;
    if (body?.status === 'success') return body;
  } catch {
    // Told below, with the beginning of what came.
  }
  throw new ServiceUnavailableError(
    `${who} answered something that is not its API: ${JSON.stringify(
      text.slice(0, 80),
    )}. Check that url is that of Prometheus itself.`,
  );
}

/** `fetch failed` says nothing; its cause does, e.g. `connect ECONNREFUSED 127.0.0.1:7106`. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error && error.cause.message
    ? error.cause.message
    : error.message;
}
