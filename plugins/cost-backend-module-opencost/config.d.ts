export interface Config {
  cost?: {
    /**
     * OpenCost (or Kubecost): which workloads ask for how much of a cluster, by label. It splits what the cloud bills for the
     * cluster's nodes; a cluster that is on no bill brings its own prices: docs/cost.md. Off without this section.
     */
    opencost?: Array<{
      /** Name by which people tell it from others. */
      name: string;
      /** Where the backend reaches its API, e.g. `https://opencost.internal` or `https://kubecost.internal/model`. */
      url: string;
      /** Name of the cluster, as `split: { byCluster }` of a rule has it; the name if absent. */
      cluster?: string;
      /**
       * `split` (if absent): it says in which proportion rows of the cluster are split, and is in no sum. `estimate`: the
       * cluster is on no bill, and what it costs is reckoned with OpenCost's prices.
       */
      counts?: 'split' | 'estimate';
      /** ISO 4217 of its prices; `cost.currency` if absent. */
      currency?: string;
      /** Label that names the component, as OpenCost writes it (`app_kubernetes_io_name`); `app` if absent. */
      serviceLabel?: string;
      /** Label that names the environment; `environment` if absent. */
      environmentLabel?: string;
      /** Environment of all its workloads that have no such label. */
      environment?: string;
      /** More labels that are kept, e.g. `[team, customer]`. */
      labels?: string[];
      /**
       * Bearer token.
       * @visibility secret
       */
      token?: string;
      /**
       * Sent with each request.
       * @visibility secret
       */
      headers?: { [name: string]: string };
      /** How long one answer may take; 60 if absent. */
      timeoutSeconds?: number;
      /** How many days back are asked for each time; 2 if absent. */
      restatedDays?: number;
    }>;
  };
}
