export interface Config {
  grafana?: {
    /**
     * Values of dashboards' variables, by name of the variable: templates of an entity's facts, e.g.
     * `team: ${spec.owner}` or `cluster: ${metadata.labels["cluster"]}`. A value is taken where the variable offers it.
     * Known without: service, app, component, workload, deployment, job (the entity's name) and namespace.
     */
    presets?: {
      [variable: string]: string;
    };
    /** How much of Grafana's panels is asked for and shown. What is left out is always said on the panel. */
    limits?: {
      /** Most days of a range. Default: 90 */
      rangeDays?: number;
      /** Most points of a series over time. Default: 1500 */
      points?: number;
      /** Most series of a panel; those with the greatest last values are shown. Default: 100 */
      series?: number;
      /** Most rows of a table. Default: 5000 */
      rows?: number;
      /** Most lines of a log; the newest are shown. Default: 1000 */
      logLines?: number;
      /** Most bytes of one answer of Grafana; a larger one is not shown at all. Default: 20000000 */
      bytes?: number;
      /** Most queries that are under way in one instance at a time. Default: 6 */
      concurrency?: number;
      /** How long one query, or one picture, may take. Default: 30 */
      timeoutSeconds?: number;
      /** How long the data of a panel is kept for others who look at the same; over a long range as long as a step, at most eight times this. Default: 15 */
      cacheSeconds?: number;
    };
  };
}
