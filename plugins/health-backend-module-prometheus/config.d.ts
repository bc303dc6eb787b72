export interface Config {
  health?: {
    /**
     * Prometheus, or what answers its HTTP API (Thanos, Mimir, VictoriaMetrics): docs/metrics.md.
     */
    prometheus?: {
      /** Asked about the entities that name one of them in `portico/metrics-instance`; the first, about all others. */
      instances?: Array<{
        /** Name by which annotations choose it. */
        name: string;
        /** Where the backend reaches its API, e.g. `https://prometheus.internal`. */
        url: string;
        /** Where people open it, if that differs from `url`. */
        externalUrl?: string;
        /**
         * Bearer token.
         * @visibility secret
         */
        token?: string;
        /** User of basic authentication. */
        username?: string;
        /**
         * Password of basic authentication.
         * @visibility secret
         */
        password?: string;
        /**
         * Sent with each request, e.g. `X-Scope-OrgID`.
         * @visibility secret
         */
        headers?: { [name: string]: string };
        /** How long one query may take; 20 if absent. */
        timeoutSeconds?: number;
        /** Environment of all of its series, where they don't say. */
        environment?: string;
      }>;
      /** Label that holds the environment; `environment` if absent. */
      environmentLabel?: string;
      /** Label that holds an entity's name where it has no `portico/metrics-selector`; `service` if absent. */
      serviceLabel?: string;
      /** Errors (or slow requests) below which nothing is called an alarm, per window; 10 if absent. */
      minimumErrors?: number;
      limits?: {
        /** Error ratio from which an entity without objective is degraded; 0.05 if absent. */
        errorRatio?: number;
        /** Error ratio from which any entity is failing; 0.5 if absent. */
        failingErrorRatio?: number;
        /** Share of a limit (CPU, memory, heap, connections) from which an entity is degraded; 0.9 if absent. */
        saturation?: number;
      };
      /** Own presets by name, for `portico/metrics-preset`. */
      presets?: {
        [name: string]: {
          /** Preset whose values stand for what is absent here. */
          extends?: string;
          /** Counter of requests. */
          requests?: string;
          /** Matchers of those that failed, e.g. `status=~"5.."`. */
          errors?: string;
          /** Histogram of durations: the name that ends in `_bucket`. */
          buckets?: string;
          /** `seconds` if absent. */
          bucketUnit?: 'seconds' | 'milliseconds';
          /** Matchers that all of its requests must meet, e.g. `reporter="destination"`. */
          matchers?: string;
          /** Label that holds an entity's name where it has no selector. */
          serviceLabel?: string;
        };
      };
      /** Own queries. Each answers for all entities at once, by a label. */
      queries?: Array<{
        /** Letters, digits and dashes. */
        id: string;
        /** A few words that begin a reason, e.g. `Messages waiting`. */
        title: string;
        /** PromQL whose result has `label`, and the environment's label. */
        query: string;
        /** Whose value is that of the entity's selector, or its name; `serviceLabel` if absent. */
        label?: string;
        unit?:
          | 'ratio'
          | 'seconds'
          | 'perSecond'
          | 'count'
          | 'bytes'
          | 'multiple';
        /** Value from which the entity is degraded. Shown only, if both are absent. */
        degradedFrom?: number;
        /** Value from which the entity is failing. */
        failingFrom?: number;
      }>;
    };
  };
}
