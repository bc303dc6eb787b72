export interface Config {
  cost?: {
    /**
     * What cost is divided by, counted by the Prometheus of `health.prometheus`. Requests are counted where `cost.unitCosts`
     * names `requests`: docs/cost.md.
     */
    prometheus?: {
      /** Business metrics, for `cost.unitCosts`. */
      units?: Array<{
        /** As `cost.unitCosts` names it, e.g. `orders`. */
        unit: string;
        /**
         * PromQL that counts a day, asked at its end, with `label` in its result: e.g. `sum by (service) (increase(orders_placed_total[1d]))`.
         */
        query: string;
        /** Whose value is that of the entity's selector, or its name; `health.prometheus.serviceLabel` if absent. */
        label?: string;
        /** One of `health.prometheus.instances`; the first if absent. */
        instance?: string;
      }>;
    };
  };
}
