import type { HealthUnit } from '@portico/plugin-health-common';
import type { PrometheusServers } from '@portico/plugin-prometheus-node';

/** An own query of `health.prometheus.queries`. */
export interface OwnQuery {
  id: string;
  title: string;
  query: string;
  label: string;
  unit: HealthUnit;
  degradedFrom?: number;
  failingFrom?: number;
}

export interface Limits {
  /** Error ratio from which an entity without objective is degraded. */
  errorRatio: number;
  /** Error ratio from which any entity is failing. */
  failingErrorRatio: number;
  /** Share of a resource from which an entity is degraded. */
  saturation: number;
}

/** All of `health.prometheus`, with defaults. */
export interface PrometheusSettings extends PrometheusServers {
  minimumErrors: number;
  limits: Limits;
  queries: readonly OwnQuery[];
}
