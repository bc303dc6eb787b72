import type { Component } from '../../../../world';
import {
  ISTIO_BOUNDS_MS,
  MICROMETER_BOUNDS,
  OTEL_BOUNDS,
  PROM_CLIENT_BOUNDS,
} from '../latency/buckets';
import type { Preset } from './Preset';

/** The names that libraries have. */
export const PRESETS: Record<Component['metricsPreset'], Preset> = {
  // https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
  otel: {
    histogram: 'http_server_request_duration_seconds',
    bounds: OTEL_BOUNDS,
    perSecond: 1,
    placeholder: ':id',
    routes: 3,
    labels: ({ method, route, status }) => ({
      http_request_method: method,
      http_route: route,
      http_response_status_code: status,
      network_protocol_version: '1.1',
      url_scheme: 'http',
    }),
  },
  // https://github.com/siimon/prom-client
  'prom-client': {
    histogram: 'http_request_duration_seconds',
    bounds: PROM_CLIENT_BOUNDS,
    perSecond: 1,
    placeholder: ':id',
    routes: 3,
    labels: ({ method, route, status }) => ({
      method,
      route,
      status_code: status,
    }),
  },
  // https://docs.spring.io/spring-boot/reference/actuator/metrics.html, with percentile histograms
  micrometer: {
    histogram: 'http_server_requests_seconds',
    bounds: MICROMETER_BOUNDS,
    perSecond: 1,
    placeholder: '{id}',
    routes: 2,
    labels: ({ method, route, status }) => ({
      method,
      uri: route,
      status,
      outcome: outcomeOf(status),
      exception: status.startsWith('5') ? 'IllegalStateException' : 'none',
      error: status.startsWith('5') ? 'IllegalStateException' : 'none',
    }),
  },
  // https://istio.io/latest/docs/reference/config/metrics/
  istio: {
    histogram: 'istio_request_duration_milliseconds',
    counter: 'istio_requests_total',
    bounds: ISTIO_BOUNDS_MS,
    perSecond: 1_000,
    placeholder: ':id',
    routes: 1,
    labels: ({ status }, service) => ({
      reporter: 'destination',
      source_workload: 'ingressgateway',
      destination_workload: service,
      destination_service_name: service,
      request_protocol: 'http',
      response_code: status,
      response_flags: '-',
      connection_security_policy: 'mutual_tls',
    }),
  },
};

function outcomeOf(status: string): string {
  const outcomes = ['SUCCESS', 'REDIRECTION', 'CLIENT_ERROR', 'SERVER_ERROR'];
  return outcomes[Number(status[0]) - 2] ?? 'UNKNOWN';
}
