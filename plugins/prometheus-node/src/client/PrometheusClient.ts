import { ServiceUnavailableError } from '@backstage/errors';
import { UpstreamHttp, type Patience } from '@portico/plugin-upstream-node';
import type { PrometheusInstance } from '../config/PrometheusInstance';
import {
  toNumber,
  type ApiBody,
  type InstantAnswer,
  type RangeSeries,
} from './answer';
import { prometheusUpstream } from './prometheusUpstream';

export interface QueryOptions {
  signal?: AbortSignal;
  /** When the query is evaluated; by the server's clock if absent. */
  at?: Date;
  /** Told of each request that is really sent. */
  onAttempt?: () => void;
}

/** A range query: seconds since 1970. */
export interface RangeOptions extends Omit<QueryOptions, 'at'> {
  start: number;
  end: number;
  stepSeconds: number;
}

/** Queries to one server, over the stable HTTP API: https://prometheus.io/docs/prometheus/latest/querying/api/ */
export class PrometheusClient {
  readonly instance: PrometheusInstance;
  readonly #http: UpstreamHttp;

  constructor(instance: PrometheusInstance, patience: Patience = {}) {
    this.instance = instance;
    this.#http = new UpstreamHttp(prometheusUpstream(instance), {
      // The server is told the same limit; it gets a moment to say so itself.
      timeoutMs: instance.timeoutSeconds * 1000 + 500,
      retries: 1,
      ...patience,
    });
  }

  /**
   * An instant query whose answer is a vector.
   *
   * @throws QueryRefusedError where a smaller query may be answered; ServiceUnavailableError where there is no answer
   */
  async query(query: string, options: QueryOptions): Promise<InstantAnswer> {
    const form = this.#form(query);
    if (options.at) form.set('time', String(options.at.getTime() / 1000));
    const body = await this.#post('/api/v1/query', form, options);
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
    const form = this.#form(query);
    form.set('start', String(options.start));
    form.set('end', String(options.end));
    form.set('step', String(options.stepSeconds));
    const body = await this.#post('/api/v1/query_range', form, options);
    return (body.data?.result ?? []).map(({ metric = {}, values = [] }) => ({
      labels: metric,
      values: values.map(([at, value]) => [at, toNumber(value)]),
    }));
  }

  #form(query: string): URLSearchParams {
    const timeout = `${this.instance.timeoutSeconds}s`;
    return new URLSearchParams({ query, timeout });
  }

  /** A query changes nothing: it can be asked again. */
  async #post(
    path: string,
    form: URLSearchParams,
    { signal, onAttempt }: QueryOptions,
  ): Promise<ApiBody> {
    const body = await this.#http.request<ApiBody | undefined>({
      method: 'POST',
      path,
      form,
      repeatable: true,
      signal,
      onAttempt,
    });
    if (body?.status === 'success') return body;
    const { name, url } = this.instance;
    throw new ServiceUnavailableError(
      `Prometheus '${name}' at ${url} answered something that is not its API to POST ${path}. Check that url is that of Prometheus itself.`,
    );
  }
}
