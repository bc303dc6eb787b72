import type { Component } from '../../../../world';
import {
  REQUEST_METRICS,
  type RequestMetrics,
} from '../../../prometheus/rules/requestMetrics';

/** What the library of a service calls what it measures. */
export interface ServiceMetrics extends RequestMetrics {
  /** The label of the route. */
  route: string;
  /** Connections in use of its pool, and how many it may have. */
  pool?: { used: string; max: string };
  /** Memory in use and its limit, each of a pod. */
  memory: { used: string; limit: string };
}

const ROUTE: Record<Component['metricsPreset'], string> = {
  otel: 'http_route',
  'prom-client': 'route',
  micrometer: 'uri',
  istio: 'source_workload',
};

/** Expressions over the selector of the service stand as `SELECTOR`. */
const POOL: Partial<
  Record<Component['metricsPreset'], ServiceMetrics['pool']>
> = {
  otel: {
    used: 'db_client_connections_usage{SELECTOR,state="used"}',
    max: 'db_client_connections_max{SELECTOR}',
  },
  micrometer: {
    used: 'hikaricp_connections_active{SELECTOR}',
    max: 'hikaricp_connections_max{SELECTOR}',
  },
};

const CONTAINER = {
  used: 'container_memory_working_set_bytes{SELECTOR}',
  limit: 'kube_pod_container_resource_limits{SELECTOR,resource="memory"}',
};

const MEMORY: Record<Component['metricsPreset'], ServiceMetrics['memory']> = {
  otel: {
    used: 'process_runtime_memory_heap_used_bytes{SELECTOR}',
    limit: 'process_runtime_memory_heap_limit_bytes{SELECTOR}',
  },
  'prom-client': CONTAINER,
  micrometer: {
    used: 'jvm_memory_used_bytes{SELECTOR,area="heap"}',
    limit: 'jvm_memory_max_bytes{SELECTOR,area="heap"}',
  },
  istio: CONTAINER,
};

/** The metrics of a component, filled with a selector, e.g. `service="orders"`. */
export function serviceMetrics(
  component: Component,
  selector: string,
): ServiceMetrics {
  const { metricsPreset, uses } = component;
  const fill = (text: string) => text.replaceAll('SELECTOR', selector);
  const pool = uses.some(one => one.endsWith('-db'))
    ? POOL[metricsPreset]
    : undefined;
  const memory = MEMORY[metricsPreset];
  return {
    ...REQUEST_METRICS[metricsPreset],
    route: ROUTE[metricsPreset],
    ...(pool && { pool: { used: fill(pool.used), max: fill(pool.max) } }),
    memory: { used: fill(memory.used), limit: fill(memory.limit) },
  };
}

/** The objective of p95, in seconds. */
export function objectiveSeconds({ slo = '' }: Component): number {
  return Number(/latency-p95=(\d+)ms/.exec(slo)?.[1] ?? 300) / 1000;
}
