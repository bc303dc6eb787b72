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
