export interface Config {
  /** How the health of components is collected and judged: docs/health.md. */
  health?: {
    /**
     * Signals of this environment decide; the others are shown. Default `production`.
     */
    environment?: string;
    /**
     * Values of `spec.type` of components that don't run. Default `[library, documentation]`.
     */
    ignoreTypes?: string[];
    /**
     * Days for which changes of verdicts are kept. Default 90.
     */
    historyDays?: number;
    /**
     * By id, e.g. `prometheus`: overrides what the provider wants.
     */
    providers?: {
      [id: string]: {
        /** How often it is asked. */
        intervalSeconds?: number;
        /** How long one collection may take. */
        timeoutSeconds?: number;
        /** So much later than its time a collection may begin, at random. Default 3. */
        jitterSeconds?: number;
      };
    };
  };
}
