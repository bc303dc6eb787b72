export interface Config {
  grafana?: {
    /**
     * Grafana servers whose dashboards and alerts entities show. Without any, nothing of Grafana is shown.
     */
    instances?: Array<{
      /** Name by which annotations and templates choose the instance. */
      name: string;
      /** Where the backend reaches it, e.g. `https://grafana.internal`; with its sub-path, where it has one. */
      url: string;
      /** Where people open it, if that differs from `url`. */
      externalUrl?: string;
      /**
       * Token of a service account; which rights it needs: docs/connect.md.
       * @visibility secret
       */
      token: string;
      /** Organization that is read; that of the service account if absent. */
      orgId?: number;
      /**
       * Alertmanager whose silences are read and made: `grafana` (if absent) for Grafana's own, or the uid of a data
       * source of that kind.
       */
      alertmanager?: string;
    }>;
  };
}
