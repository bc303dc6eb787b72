import type { Component } from '../../../world';

/** What a library calls its requests. */
export interface RequestMetrics {
  /** The counter of requests. */
  count: string;
  /** The label of the status code. */
  status: string;
  buckets: string;
  /** Of the buckets' bounds: 1 for seconds. */
  perSecond: number;
}

/** By `portico/metrics-preset`. */
export const REQUEST_METRICS: Record<
  Component['metricsPreset'],
  RequestMetrics
> = {
  otel: {
    count: 'http_server_request_duration_seconds_count',
    status: 'http_response_status_code',
    buckets: 'http_server_request_duration_seconds_bucket',
    perSecond: 1,
  },
  'prom-client': {
    count: 'http_request_duration_seconds_count',
    status: 'status_code',
    buckets: 'http_request_duration_seconds_bucket',
    perSecond: 1,
  },
  micrometer: {
    count: 'http_server_requests_seconds_count',
    status: 'status',
    buckets: 'http_server_requests_seconds_bucket',
    perSecond: 1,
  },
  istio: {
    count: 'istio_requests_total',
    status: 'response_code',
    buckets: 'istio_request_duration_milliseconds_bucket',
    perSecond: 1000,
  },
};

/** One expression for all libraries. */
export function anyLibrary(expression: (metrics: RequestMetrics) => string) {
  return Object.values(REQUEST_METRICS).map(expression).join('\nor\n');
}
