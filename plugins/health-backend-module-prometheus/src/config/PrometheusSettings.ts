import type { HealthUnit } from '@portico/plugin-health-common';
import type { Preset } from '../presets/Preset';

/** One server, as configured under `health.prometheus.instances`. */
export interface PrometheusInstance {
  name: string;
  /** Where the backend reaches its API; no trailing slash. */
  url: string;
  /** Where people open it; no trailing slash. */
  externalUrl: string;
  /** With what proves who asks; secret. */
  headers: Readonly<Record<string, string>>;
  timeoutSeconds: number;
  /** Environment of series that don't say. */
  environment?: string;
}

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
export interface PrometheusSettings {
  /** Empty where the section is absent. */
  instances: readonly PrometheusInstance[];
  /** The one that decides: `health.environment`. */
  environment: string;
  environmentLabel: string;
  serviceLabel: string;
  minimumErrors: number;
  limits: Limits;
  presets: ReadonlyMap<string, Preset>;
  queries: readonly OwnQuery[];
}
