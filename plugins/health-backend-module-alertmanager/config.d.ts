export interface Config {
  health?: {
    /**
     * Where alerts come from. Without this section none are shown.
     */
    alertmanager?: {
      /** Servers that are asked; those of a cluster may all be named, an alert counts once. */
      instances?: Array<{
        /** Shown where a verdict says what it rests on. */
        name: string;
        /** Where the backend reaches its API, e.g. `https://alertmanager.internal`. */
        url: string;
        /** Where people open it, if that differs from `url`. */
        externalUrl?: string;
        /**
         * Bearer token, where one is needed.
         * @visibility secret
         */
        token?: string;
        /** For basic authentication, instead of `token`. */
        username?: string;
        /**
         * Goes with `username`.
         * @visibility secret
         */
        password?: string;
        /**
         * Further headers, e.g. the tenant of Mimir.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
      }>;
      /**
       * Labels whose value is the entity's name, or what `portico/metrics-selector` says of that label; `[service]`
       * if absent. The annotation `portico/alert-selector` of an entity goes before.
       */
      matchLabels?: string[];
      /** Label that names the environment; `environment` if absent. */
      environmentLabel?: string;
      /** Label that says how bad an alert is; `severity` if absent. */
      severityLabel?: string;
      /**
       * What an alert of that severity says of a service: `failing`, `degraded` or `informational`. If absent, `page`
       * and `critical` are failing, `warning` is degraded; what is not named is informational.
       */
      severities?: { [severity: string]: string };
      /** Silences that are made from the portal. */
      silence?: {
        /** Minutes, where nobody says; 60 if absent. */
        defaultMinutes?: number;
        /** Minutes at the most; 1440 if absent. */
        maxMinutes?: number;
      };
    };
  };
}
