import type { Matcher } from '../selector/Matcher';
import type { Preset, Resource } from './Preset';

const is = (label: string, value: string): Matcher => ({
  label,
  operator: '=',
  value,
});
const like = (label: string, value: string): Matcher => ({
  label,
  operator: '=~',
  value,
});

/** A container's own series, not those of its pod. */
const IN_CONTAINER: readonly Matcher[] = [
  { label: 'container', operator: '!~', value: '|POD' },
];
const CONTAINER = ['namespace', 'pod', 'container'] as const;

/** cAdvisor's and kube-state-metrics' names; alike whatever the code is written with. */
const CONTAINERS: readonly Resource[] = [
  {
    id: 'cpu',
    title: 'CPU',
    used: 'container_cpu_usage_seconds_total',
    usedMatchers: IN_CONTAINER,
    limit: 'kube_pod_container_resource_limits',
    limitMatchers: [is('resource', 'cpu')],
    counter: true,
    on: CONTAINER,
  },
  {
    id: 'memory',
    title: 'Memory',
    used: 'container_memory_working_set_bytes',
    usedMatchers: IN_CONTAINER,
    limit: 'kube_pod_container_resource_limits',
    limitMatchers: [is('resource', 'memory')],
    on: CONTAINER,
  },
];

const pool = (used: string, limit: string, usedMatchers: Matcher[] = []) => ({
  id: 'pool' as const,
  title: 'Connections',
  used,
  usedMatchers,
  limit,
  limitMatchers: [],
});

const heap = (used: string, limit: string, matchers: Matcher[] = []) => ({
  id: 'heap' as const,
  title: 'Heap',
  used,
  usedMatchers: matchers,
  limit,
  limitMatchers: matchers,
});

/** Metric and label names as the libraries have them. */
export const BUILT_IN_PRESETS: readonly Preset[] = [
  {
    // https://opentelemetry.io/docs/specs/semconv/http/http-metrics/, named as OpenTelemetry's exporter for Prometheus does
    name: 'otel',
    requests: 'http_server_request_duration_seconds_count',
    errors: [like('http_response_status_code', '5..')],
    buckets: 'http_server_request_duration_seconds_bucket',
    unitsPerSecond: 1,
    matchers: [],
    resources: [
      ...CONTAINERS,
      pool('db_client_connections_usage', 'db_client_connections_max', [
        is('state', 'used'),
      ]),
      heap(
        'process_runtime_memory_heap_used_bytes',
        'process_runtime_memory_heap_limit_bytes',
      ),
    ],
  },
  {
    // https://github.com/siimon/prom-client, with the names that its examples and express-prom-bundle have
    name: 'prom-client',
    requests: 'http_request_duration_seconds_count',
    errors: [like('status_code', '5..')],
    buckets: 'http_request_duration_seconds_bucket',
    unitsPerSecond: 1,
    matchers: [],
    resources: CONTAINERS,
  },
  {
    // https://docs.spring.io/spring-boot/reference/actuator/metrics.html, with percentiles-histogram switched on
    name: 'micrometer',
    requests: 'http_server_requests_seconds_count',
    errors: [like('status', '5..')],
    buckets: 'http_server_requests_seconds_bucket',
    unitsPerSecond: 1,
    matchers: [],
    resources: [
      ...CONTAINERS,
      pool('hikaricp_connections_active', 'hikaricp_connections_max'),
      heap('jvm_memory_used_bytes', 'jvm_memory_max_bytes', [
        is('area', 'heap'),
      ]),
    ],
  },
  {
    // https://istio.io/latest/docs/reference/config/metrics/: told by both sides of a request; the receiver's counts
    name: 'istio',
    requests: 'istio_requests_total',
    errors: [like('response_code', '5..')],
    buckets: 'istio_request_duration_milliseconds_bucket',
    unitsPerSecond: 1000,
    matchers: [{ label: 'reporter', operator: '!=', value: 'source' }],
    serviceLabel: 'destination_service_name',
    resources: CONTAINERS,
  },
];
